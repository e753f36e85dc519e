import type { Explanations } from '@hub/decider';

/** What the rules of a decision, and of what follows it, refuse. */
export const decisionRefusals = {
  'partial-not-foreseen': {
    status: 422,
    en: 'This procedure decides on all datasets together (datasets): grant or refuse them all.',
    fr: 'Cette procédure statue sur tous les jeux ensemble (datasets) : accordez-les ou refusez-les tous.',
  },
  'each-dataset-once': {
    status: 422,
    en: 'Decide (datasets) on each dataset that was asked for, once: {datasets}.',
    fr: 'Statuez (datasets) une fois sur chaque jeu demandé : {datasets}.',
  },
  'no-dataset-granted': {
    status: 422,
    en: 'No dataset (datasets) is granted: that is a refusal; decide REFUSED.',
    fr: 'Aucun jeu (datasets) n’est accordé : c’est un refus ; décidez REFUSED.',
  },
  'dataset-refused-without-reasons': {
    status: 422,
    en: 'Give reasons (datasets.reasons) for refusing {datasets}.',
    fr: 'Motivez (datasets.reasons) le refus de {datasets}.',
  },
  'population-of-refused-dataset': {
    status: 422,
    en: 'The population is chosen by {dataset}: without that dataset nobody can be selected. Grant it, or refuse the application.',
    fr: 'La population est choisie par {dataset} : sans ce jeu, personne ne peut être sélectionné. Accordez-le, ou refusez la demande.',
  },
  'exception-without-reasons': {
    status: 422,
    en: 'Give reasons (optOutReasons) for setting opt-outs aside (optOutException).',
    fr: 'Motivez (optOutReasons) l’exception au droit d’opposition (optOutException).',
  },
  'terms-only-of-statistics': {
    status: 422,
    en: 'This procedure leads to no statistics: leave out the terms of their delivery (terms).',
    fr: 'Cette procédure ne mène pas à des statistiques : omettez les modalités de leur remise (terms).',
  },
  'no-fees': {
    status: 409,
    en: 'This procedure has no fees.',
    fr: 'Cette procédure ne donne lieu à aucune redevance.',
  },
  'adjustment-without-reasons': {
    status: 422,
    en: 'Give reasons for the adjustment (adjustmentCents).',
    fr: "Motivez (reasons) l'ajustement (adjustmentCents).",
  },
  'fees-below-zero': {
    status: 422,
    en: 'The adjustment (adjustmentCents) exceeds the computed {computed} cents.',
    fr: "L'ajustement (adjustmentCents) dépasse les {computed} centimes calculés.",
  },
  'appeal-of-decision-too-late': {
    status: 409,
    en: 'The time to appeal here is over; only a court can still hear it.',
    fr: 'Le délai de recours est écoulé ; seul un tribunal peut encore en connaître.',
  },
  'ruling-on-own-decision': {
    status: 403,
    en: 'Who decided cannot rule on the appeal: another officer of the authority does.',
    fr: "Qui a décidé ne peut statuer sur le recours : un autre agent de l'autorité le fait.",
  },
  'row-without-count': {
    status: 422,
    en: 'Row {row} has no whole number of persons in {countColumn} (rows, countColumn).',
    fr: 'La ligne {row} ne porte pas de nombre entier de personnes dans {countColumn} (rows, countColumn).',
  },
  'small-cells': {
    status: 422,
    en: 'These counts (rows) may disclose a person: {cells}. Group or leave them out.',
    fr: 'Ces effectifs (rows) peuvent révéler une personne : {cells}. Regroupez-les ou omettez-les.',
  },
} as const satisfies Explanations<string>;
