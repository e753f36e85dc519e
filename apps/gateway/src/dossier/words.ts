type Sentence = readonly [en: string, fr: string];

const inParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The civil day of an instant, where the limits are counted. */
export const civil = (instant: string): string => inParis.format(new Date(instant));

const opinionWords: Readonly<Record<string, Sentence>> = {
  FAVOURABLE: ['The committee gave a favourable opinion.', 'Le comité a rendu un avis favorable.'],
  FAVOURABLE_WITH_RECOMMENDATIONS: [
    'The committee gave a favourable opinion with recommendations.',
    'Le comité a rendu un avis favorable assorti de recommandations.',
  ],
  RESERVED: ['The committee gave a reserved opinion.', 'Le comité a rendu un avis réservé.'],
  UNFAVOURABLE: ['The committee gave an unfavourable opinion.', 'Le comité a rendu un avis défavorable.'],
  TACIT_FAVOURABLE: [
    'The committee let its time pass: the opinion is deemed favourable.',
    "Le comité n'a pas rendu d'avis à temps : il est réputé favorable.",
  ],
};

export const opinions = (opinion: string): Sentence =>
  opinionWords[opinion] ?? [`The committee's opinion: ${opinion}.`, `Avis du comité : ${opinion}.`];

export function decisions(decision: string, tacit: boolean): Sentence {
  const authorised = decision === 'AUTHORISED';
  if (tacit) {
    return authorised
      ? [
          'The authority let its time pass: the application is authorised.',
          "L'autorité a laissé passer son délai : la demande est autorisée.",
        ]
      : [
          'The authority let its time pass: the application is refused.',
          "L'autorité a laissé passer son délai : la demande est refusée.",
        ];
  }
  return authorised
    ? ['The authority authorised the application.', "L'autorité a autorisé la demande."]
    : ['The authority refused the application.', "L'autorité a refusé la demande."];
}

const phaseWords: Readonly<Record<string, Sentence>> = {
  HOLDER_ASSESSMENT: [
    'The file is complete; the data holder assesses it.',
    'Le dossier est complet ; le détenteur des données l’évalue.',
  ],
  COMMITTEE_REVIEW: [
    'The file is complete and went to the committee.',
    'Le dossier est complet et transmis au comité.',
  ],
  AUTHORITY_REVIEW: [
    'The file is complete and went to the authority.',
    "Le dossier est complet et transmis à l'autorité.",
  ],
};

export const phases = (phase: string): Sentence =>
  phaseWords[phase] ?? ['The file is complete.', 'Le dossier est complet.'];

const statusWords: Readonly<Record<string, Sentence>> = {
  PRE_SCREENING: ['The application is in pre-screening.', 'La demande est en examen préalable.'],
  PROCESSING: ['The application is being examined.', "La demande est en cours d'instruction."],
  DECISION_ISSUED: ['A decision on the application was issued.', 'Une décision a été rendue sur la demande.'],
  REJECTED_INCOMPLETE: ['The application was rejected as incomplete.', 'La demande a été rejetée comme incomplète.'],
};

export const statuses = (status: string): Sentence =>
  statusWords[status] ?? [`The application is now ${status}.`, `La demande est maintenant ${status}.`];

/** Cents as people write them. */
export const money = (cents: number, currency: string, language: 'en' | 'fr'): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100);

export const appeals = (ruling: string): Sentence =>
  ruling.endsWith('APPROVED')
    ? ['The appeal was approved.', 'Le recours a été accepté.']
    : ['The appeal was rejected.', 'Le recours a été rejeté.'];

const changeWords: Readonly<Record<string, Sentence>> = {
  AMENDMENT: ['An amendment of the permit', "Une modification de l'autorisation"],
  RENEWAL: ['A renewal of the permit', "Un renouvellement de l'autorisation"],
};

export function changes(kind: string, what: 'asked' | 'rejected'): Sentence {
  const [en, fr] = changeWords[kind] ?? ['A change of the permit', "Un changement de l'autorisation"];
  return what === 'asked'
    ? [`${en} was asked for.`, `${fr} : la demande est faite.`]
    : [`${en} was refused.`, `${fr} : la demande est refusée.`];
}
