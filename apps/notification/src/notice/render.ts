import { zone } from '../letters/zone.js';
import { at, type Language, type Rule, type Words } from '../rules/rule.js';

/** What a notice is about: an application by its id, or another thing of the hub. */
export interface About {
  readonly applicationId: string | null;
  readonly reference: string;
}

export type Content = Readonly<Record<Language, Words>>;

const labels = {
  en: { about: 'Reference', due: 'Please act by', open: 'Open it in the portal', locale: 'en-GB' },
  fr: { about: 'Référence', due: 'À faire avant le', open: 'À consulter sur le portail', locale: 'fr-FR' },
} as const;

// A formatter costs a hundred times one use of it.
const days = {
  en: new Intl.DateTimeFormat(labels.en.locale, { dateStyle: 'long', timeZone: zone }),
  fr: new Intl.DateTimeFormat(labels.fr.locale, { dateStyle: 'long', timeZone: zone }),
} as const;

/** A day as people of the offices write it. */
export const dayIn = (language: Language, at: Date): string => days[language].format(at);

export const addressOf = (portal: string, { applicationId }: About): string =>
  applicationId === null ? `${portal}/notices` : `${portal}/dossiers/${encodeURIComponent(applicationId)}`;

/** An amount of the event's own data, in euros; sums are the only thing that words take from an event. */
const withSums = (text: string, language: Language, data: unknown): string =>
  text.replace(/\{(\w+Cents)\}/g, (_, name: string) =>
    new Intl.NumberFormat(labels[language].locale, { style: 'currency', currency: 'EUR' }).format(
      Number(at(data, name)) / 100,
    ),
  );

/** The words of a notice in one language: what happened, the reference, by when, and where. Nobody's free text. */
function words(
  rule: Pick<Rule, Language>,
  language: Language,
  about: About,
  due: Date | null,
  portal: string,
  data: unknown,
): Words {
  const { subject, text } = rule[language];
  const label = labels[language];
  const lines = [
    withSums(text, language, data),
    '',
    `${label.about}${language === 'fr' ? ' ' : ''}: ${about.reference}`,
    ...(due ? [`${label.due}${language === 'fr' ? ' ' : ': '}${dayIn(language, due)}`] : []),
    `${label.open}${language === 'fr' ? ' ' : ''}: ${addressOf(portal, about)}`,
  ];
  return { subject, text: lines.join('\n') };
}

export const contentOf = (
  rule: Pick<Rule, Language>,
  about: About,
  due: Date | null,
  portal: string,
  data: unknown,
): Content => ({
  en: words(rule, 'en', about, due, portal, data),
  fr: words(rule, 'fr', about, due, portal, data),
});
