import type { Block } from '@hub/pdf';
import type { Grounds, Opinion } from './case.events.js';

export type Language = 'en' | 'fr';

/** Opinions as documents say them. */
export const opinionWords: Record<Language, Record<Opinion, string>> = {
  en: {
    FAVOURABLE: 'Favourable',
    FAVOURABLE_WITH_RECOMMENDATIONS: 'Favourable with recommendations',
    RESERVED: 'Reserved',
    UNFAVOURABLE: 'Unfavourable',
    TACIT_FAVOURABLE: 'Deemed favourable: the committee did not give an opinion in time',
  },
  fr: {
    FAVOURABLE: 'Favorable',
    FAVOURABLE_WITH_RECOMMENDATIONS: 'Favorable avec recommandations',
    RESERVED: 'Réservé',
    UNFAVOURABLE: 'Défavorable',
    TACIT_FAVOURABLE: 'Réputé favorable : le comité ne s’est pas prononcé dans le délai',
  },
};

const groundWords: Record<Language, Record<keyof Grounds, string>> = {
  en: {
    methodology: 'Methodology',
    necessityOfPersonalData: 'Necessity of the personal data',
    scientificAndEthicalRelevance: 'Scientific and ethical relevance',
    publicInterest: 'Public interest',
  },
  fr: {
    methodology: 'Méthodologie',
    necessityOfPersonalData: 'Nécessité des données personnelles',
    scientificAndEthicalRelevance: 'Pertinence scientifique et éthique',
    publicInterest: 'Intérêt public',
  },
};

const words = {
  en: { opinion: 'Opinion', recommendations: 'Recommendations', votes: 'Votes' },
  fr: { opinion: 'Avis', recommendations: 'Recommandations', votes: 'Voix' },
} as const;

export interface OpinionToPrint {
  readonly opinion: Opinion;
  readonly grounds?: Grounds;
  readonly recommendations?: string;
}

/** The opinion with what it rests on, as it stands in minutes and in a document of its own. */
export function opinionBlocks({ opinion, grounds, recommendations }: OpinionToPrint, language: Language): Block[] {
  const say = words[language];
  const facts = Object.entries(groundWords[language]) as [keyof Grounds, string][];
  return [
    { facts: [[say.opinion, opinionWords[language][opinion]]] },
    ...(grounds ? [{ facts: facts.map(([key, name]) => [name, grounds[key]] as const) }] : []),
    ...(recommendations ? [{ heading: say.recommendations, level: 2 as const }, { text: recommendations }] : []),
  ];
}

/** How many voted what: never who. */
export const tallyBlock = (tally: Readonly<Record<string, number>>, language: Language): Block => ({
  table: {
    head: [words[language].opinion, words[language].votes],
    rows: Object.entries(tally).map(([opinion, count]) => [opinionWords[language][opinion as Opinion], String(count)]),
  },
});
