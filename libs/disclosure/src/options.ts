import type { Table } from './table/table.js';

/** What the numbers of a column are. */
export type Measure = 'count' | 'sum' | 'mean' | 'percentage' | 'spread' | 'minimum' | 'maximum' | 'model' | 'other';

/**
 * What a rounded count is worth against the minimum count. A count published as 5 after rounding to
 * base 5 hides a 3, 4, 5, 6 or 7, so rounding alone does not make a small count large:
 *
 * - `as-published` (default): the published value is compared; 5 and 10 fail a minimum of 11.
 * - `worst-case`: the smallest count it may hide is compared; 15 counts as 13.
 * - `protected`: the uncertainty is protection enough: a multiple of the base passes, 0 included.
 *
 * A value that is no multiple of the base was not rounded, whatever was declared.
 */
export type RoundedCells = 'as-published' | 'worst-case' | 'protected';

/** Thresholds of a procedure. Source of the defaults: disclosure control, "defaults" table. */
export interface Settings {
  /** Persons. A count from 1 to one less than this fails. */
  readonly minimumCount: number;
  readonly zeroCells: 'review' | 'pass';
  /** Fails where the `n` largest contributors make up `share` (0 to 1) of a total or more. */
  readonly dominance: { readonly n: number; readonly share: number };
  /** Fails where (sum − largest − second) / largest is below this. */
  readonly pRatio: number;
  readonly degreesOfFreedom: number;
  readonly roundingBase: number;
  readonly roundedCells: RoundedCells;
  /** A suppressed count known to within less than this is reviewed. */
  readonly protectionInterval: number;
  /** Rows per person of the source, from which a table looks like one row a person. */
  readonly rowsPerPerson: number;
  /** Share of distinct values from which a column nearly identifies its rows. */
  readonly nearUnique: number;
  /** Rows below which no shape is judged. */
  readonly shapeRows: number;
  readonly suppressionMarks: readonly string[];
  /** Labels of a margin, in lower case without accents; `total …` is always one. */
  readonly totalLabels: readonly string[];
  /** Suppressed cells beyond which the margins are not solved: the check then asks for review. */
  readonly maxUnknowns: number;
  /** Cells listed in one result. */
  readonly maxCells: number;
}

export const DEFAULTS: Settings = {
  minimumCount: 11,
  zeroCells: 'review',
  dominance: { n: 2, share: 0.9 },
  pRatio: 0.1,
  degreesOfFreedom: 10,
  roundingBase: 5,
  roundedCells: 'as-published',
  protectionInterval: 5,
  rowsPerPerson: 0.5,
  nearUnique: 0.95,
  shapeRows: 20,
  suppressionMarks: ['*', '**', '***', 'c', '[c]', '(c)', 's', 'x', 'secret', 'suppressed', 'supprimé', 'masqué'],
  totalLabels: ['total', 'totals', 'totaux', 'ensemble', 'all', 'tous', 'toutes', 'overall', '_t'],
  maxUnknowns: 400,
  maxCells: 100,
};

/** Computed inside the workspace from the microdata, attached to the export, never released. */
export interface Evidence {
  /** Contributors to a published sum: the whole, and its largest contributions (at least two). */
  readonly contributors?: readonly {
    readonly row: number;
    readonly column: string;
    readonly sum: number;
    readonly largest: readonly number[];
  }[];
  /** Persons behind a published mean, percentage, sum, … */
  readonly counts?: readonly {
    readonly row: number;
    readonly column: string;
    readonly n: number;
  }[];
  /** Fitted models; degrees of freedom = observations − parameters. */
  readonly models?: readonly {
    readonly name: string;
    readonly observations: number;
    readonly parameters: number;
  }[];
  /** Published values for which every person of the group has the same value. */
  readonly allEqual?: readonly { readonly row: number; readonly column: string }[];
}

/** A table of the same project that was released before. */
export interface EarlierRelease {
  readonly release: string;
  readonly table: Table;
}

export interface DisclosureOptions {
  readonly settings?: Partial<Settings>;
  /** What columns hold, by name. What is declared is believed; the rest is guessed from names. */
  readonly measures?: Readonly<Record<string, Measure>>;
  /** Grouping columns, by name. Numbers in them are labels (year, age), not counts. */
  readonly dimensions?: readonly string[];
  /** Counts were rounded to `settings.roundingBase`. */
  readonly rounded?: boolean;
  readonly evidence?: Evidence;
  readonly earlierReleases?: readonly EarlierRelease[];
  /** Persons in the data the table was made from. */
  readonly persons?: number;
}
