import type { Language } from '../rules/rule.js';

/** How notices of one kind also go out by e-mail; the inbox has them all in any case. */
export const ways = ['at-once', 'daily', 'weekly', 'none'] as const;
export type Way = (typeof ways)[number];

export interface Preferences {
  readonly language: Language;
  readonly task: Way;
  readonly status: Way;
}

/** Of somebody who has not said anything. */
export const usualPreferences: Preferences = { language: 'fr', task: 'at-once', status: 'at-once' };

/** An address as others may see it: `c…@inserm.example`. */
export const masked = (address: string): string => {
  const split = address.lastIndexOf('@');
  return split < 1 ? '…' : `${address.slice(0, 1)}…${address.slice(split)}`;
};

export const codeMinutes = 60;
export const mostTries = 5;

/** The letter that carries the code to a new address. */
export const confirmation = (language: Language, code: string): { subject: string; text: string } =>
  language === 'fr'
    ? {
        subject: 'Confirmez votre adresse',
        text: `Votre code est ${code}. Il est valable une heure. Si vous n'avez rien demandé, ignorez ce courriel.`,
      }
    : {
        subject: 'Confirm your address',
        text: `Your code is ${code}. It holds for one hour. If you asked for nothing, ignore this letter.`,
      };
