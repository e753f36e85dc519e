/** What the service and a query worker say to each other. Every value is JSON. */

/** A table of the workspace, as the worker finds it under `/data`. */
export interface VisibleTable {
  readonly dataset: string;
  readonly table: string;
  readonly file: string;
}

export interface OpenWorkspace {
  readonly kind: 'open';
  readonly tables: readonly VisibleTable[];
  readonly memoryMiB: number;
  readonly spillMiB: number;
  readonly threads: number;
}

export interface RunQuery {
  readonly kind: 'query';
  readonly sql: string;
  readonly maxRows: number;
  readonly maxBytes: number;
}

export interface Interrupt {
  readonly kind: 'interrupt';
}

export type ToWorker = OpenWorkspace | RunQuery | Interrupt;

export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

export interface QueryResult {
  readonly kind: 'result';
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Cell[])[];
  /** True if a bound cut the result; a cut result can be looked at, not exported. */
  readonly truncated: boolean;
}

/** The query itself is at fault; the message is DuckDB's, in which only inside paths can occur. */
export interface QueryFailed {
  readonly kind: 'failed';
  readonly code: 'not-one-statement' | 'statement-not-allowed' | 'error';
  readonly message: string;
}

export type FromWorker = { readonly kind: 'ready' } | QueryResult | QueryFailed;

/**
 * Statements that may run, in DuckDB's own words. They read, or they write to the caller's private
 * database. COPY, ATTACH, LOAD, SET, PRAGMA, EXPORT, CALL and whatever comes with a new version do not.
 */
export const ALLOWED_STATEMENTS: ReadonlySet<string> = new Set([
  'SELECT',
  'EXPLAIN',
  'CREATE',
  'INSERT',
  'UPDATE',
  'DELETE',
  'DROP',
  'ALTER',
  'MERGE_INTO',
]);
