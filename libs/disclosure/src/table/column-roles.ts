import type { DisclosureOptions, Measure } from '../options.js';
import { normalise, type Reading } from './table.js';

/**
 * What a column does in its table. `undeclared` holds whole numbers that nobody declared and
 * no name explains: small ones are reviewed, since they may be counts.
 */
export type Role = 'dimension' | 'undeclared' | Measure;

/** Lower case, no accents, words separated by single underscores: `Nb. décès` → `nb_deces`. */
export function plainName(name: string): string {
  const bare = normalise(name).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^a-z0-9%]+/g, '_').replace(/^_|_$/g, '');
}

// Order matters: `pct_patients` is a percentage, `total_cost` a sum, `mean_n` a mean.
const NAMES: readonly [Measure, RegExp][] = [
  ['percentage', /(^|_)(pct|percent|percentage|pourcentage|proportion|prop|taux|rate|ratio|share)(_|$)|%/],
  ['spread', /(^|_)(sd|std|stddev|variance|var|ecart_type|iqr)(_|$)/],
  ['mean', /(^|_)(mean|avg|average|moy|moyenne|median|mediane|p\d\d|q[13])(_|$)/],
  ['minimum', /(^|_)(min|minimum)(_|$)/],
  ['maximum', /(^|_)(max|maximum)(_|$)/],
  ['model', /(^|_)(coef|coefficient|beta|odds_ratio|or|hr|hazard_ratio|p_value|std_err|estimate)(_|$)/],
  ['sum', /(^|_)(sum|somme|montant|amount|cost|costs|cout|couts|depense|depenses|eur|euros)(_|$)/],
  [
    'count',
    /(^|_)(n|nb|nbr|nombre|num|count|counts|cnt|effectif|effectifs|freq|frequency|total|ensemble|patients|personnes|persons|people|individus|cases|cas|deaths|deces|sejours|stays|events|population|men|women|male|female|hommes|femmes|garcons|filles)(_|$)/,
  ],
];

// Whole numbers that label a group rather than count persons.
const LABELS =
  /(^|_)(age|ages|annee|year|mois|month|semaine|week|trimestre|quarter|jour|day|date|code|cod|dep|dept|departement|region|reg|sexe|sex|classe|class|grade|stade|stage|niveau|level|rang|rank|quintile|decile|quartile|id|insee|finess)(_|$)/;

/** The role of a column: as declared, else from its name, else from what it holds. */
export function roleOf(name: string, readings: readonly Reading[], options: DisclosureOptions): Role {
  const declared = options.measures?.[name];
  if (declared) return declared;
  if (options.dimensions?.includes(name)) return 'dimension';
  const numbers = amountOf('number', readings);
  const texts = amountOf('text', readings);
  // A column all of whose values are withheld may still be a count, by its name.
  const measures = numbers > 0 ? numbers >= texts : texts === 0;
  const plain = plainName(name);
  const named = NAMES.find(([, pattern]) => pattern.test(plain));
  if (measures && named) return named[0];
  if (numbers === 0 || !measures) return 'dimension';
  if (LABELS.test(plain)) return 'dimension';
  return readings.every(isWholeOrNoNumber) ? 'undeclared' : 'other';
}

function amountOf(kind: Reading['kind'], readings: readonly Reading[]): number {
  return readings.filter((reading) => reading.kind === kind).length;
}

function isWholeOrNoNumber(reading: Reading): boolean {
  return reading.kind !== 'number' || Number.isInteger(reading.value);
}
