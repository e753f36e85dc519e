/**
 * What a permit lets a project see, in the terms that preparation works with. Nothing in here is
 * SQL: a population is data that was reviewed, and it becomes SQL in one place (`population.ts`).
 */

/** A permitted table and exactly the columns that may be seen. */
export interface PermittedTable {
  readonly dataset: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** First and last permitted day, both inclusive, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const OPERATORS = ['equals', 'in', 'between', 'at-least', 'at-most', 'starts-with'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A person satisfies a criterion if one of their rows in the table does, within the period. */
export interface Criterion {
  readonly dataset: string;
  readonly table: string;
  readonly column: string;
  readonly operator: Operator;
  readonly values: readonly (string | number)[];
}

/** The persons who satisfy every criterion of `include` and none of `exclude`. */
export interface Population {
  readonly include: readonly Criterion[];
  readonly exclude: readonly Criterion[];
}

export interface PermitScope {
  readonly permit: string;
  /** Pseudonyms are consistent within a project and different in any other. */
  readonly project: string;
  readonly tables: readonly PermittedTable[];
  readonly period: Period | null;
  readonly population: Population | null;
}

/** `dataset/table`: how a table is named in plans, manifests and refusals. */
export function tableName(of: { dataset: string; table: string }): string {
  return `${of.dataset}/${of.table}`;
}
