import { addressOf } from '../notice/render.js';
import type { Language, Words } from '../rules/rule.js';

/** As much of a notice as a digest tells of it. */
export interface Digested {
  readonly kind: 'task' | 'status';
  readonly words: Words;
}

const sentences = {
  en: {
    subject: (count: number) => (count === 1 ? 'One notice' : `${count} notices`),
    task: 'What you are asked to do',
    status: 'What happened',
    end: 'All your notices',
  },
  fr: {
    subject: (count: number) => (count === 1 ? 'Une notification' : `${count} notifications`),
    task: 'Ce qui vous est demandé',
    status: "Ce qui s'est passé",
    end: 'Toutes vos notifications',
  },
} as const;

/** One letter of many notices, what is to be done first. */
export function digestOf(notices: readonly Digested[], language: Language, portal: string): Words {
  const { subject, end, ...headings } = sentences[language];
  const parts = (['task', 'status'] as const).flatMap((kind) => {
    const of = notices.filter((notice) => notice.kind === kind);
    return of.length === 0 ? [] : [headings[kind].toUpperCase(), ...of.map(({ words }) => told(words))];
  });
  const inbox = addressOf(portal, { applicationId: null, reference: '' });
  return { subject: subject(notices.length), text: [...parts, `${end}: ${inbox}`].join('\n\n') };
}

const told = ({ subject, text }: Words) => `- ${subject}\n  ${text.replaceAll('\n', '\n  ')}`;
