/** How an answer in statistics is made anonymous, beside counts under the threshold being withheld. */
export const anonymisations = ['AGGREGATED', 'ROUNDED', 'NOISE_ADDED'] as const;
/** How whoever asked gets at it. */
export const accessRoutes = ['ON_THE_CASE', 'SECURE_TRANSFER'] as const;

export interface DeliveryTerms {
  readonly anonymisation: (typeof anonymisations)[number];
  readonly accessRoute: (typeof accessRoutes)[number];
  readonly safeguards: readonly string[];
}

/** On what terms a request for statistics is answered. The purposes are those that it was made for, in letters of art. 53(1). */
export type DecidedTerms = DeliveryTerms & { readonly purposes: readonly string[] };
