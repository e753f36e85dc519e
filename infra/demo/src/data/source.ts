import type { DataScope } from '@hub/contracts';

/** A Table Schema as holders hand it in (Frictionless Data), with the members that we use. */
export interface TableSchema {
  readonly title?: string;
  readonly fields: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type: string;
    readonly [more: string]: unknown;
  }[];
  readonly primaryKey?: string | readonly string[];
  readonly foreignKeys?: readonly unknown[];
}

export interface SourceTable {
  readonly name: string;
  readonly schema: TableSchema;
  /** CSV or Parquet, on this machine. Absent where only the description is published. */
  readonly file?: string;
  /** Columns that identify a person. */
  readonly personalKeys?: readonly string[];
  /** The column that the permit's period is applied to. */
  readonly periodColumn?: string;
}

/** One dataset that a holder publishes in the demonstration. */
export interface SourceDataset {
  readonly identifier: string;
  readonly holder: 'holder-cnam' | 'holder-chu';
  readonly title: { readonly en: string; readonly fr: string };
  readonly description: { readonly en: string; readonly fr: string };
  readonly tables: readonly SourceTable[];
  readonly codeLists?: readonly { readonly id: string; readonly file: string }[];
}

/** What the team studies in the demonstration. */
export interface Study {
  readonly dataset: string;
  /** What the researcher types to find the data. */
  readonly search: string;
  readonly scope: (datasetId: string) => DataScope;
  /** Counts persons by decade of birth as they are; one of the cells is 4. */
  readonly smallCells: string;
  /** The same question with counts that may leave: rounded to base 5, small ones left out. */
  readonly rounded: string;
  /** Two persons of the permitted tables, as the dataset identifies them: one is out, one was and is back. */
  readonly persons: { readonly out: string; readonly back: string };
  readonly chart: { readonly x: string; readonly y: string; readonly title: string };
}

export interface Source {
  readonly label: string;
  readonly datasets: readonly SourceDataset[];
  readonly study: Study;
}
