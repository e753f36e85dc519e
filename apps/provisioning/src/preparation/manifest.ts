/**
 * What a workspace holds and what it was made of. It carries no instant but the decision's and no
 * key, so the same permit over the same deliveries and opt-outs always gives the same manifest.
 */
import type { OptOutReport } from './opt-outs.js';

export interface PreparedTable {
  readonly dataset: string;
  readonly table: string;
  /** Relative to the workspace's data. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly pseudonym: boolean }[];
}

export interface ManifestInput {
  readonly dataset: string;
  readonly table: string;
  readonly rows: number;
  readonly sha256: readonly string[];
}

export interface Manifest {
  readonly format: 1;
  readonly permit: string;
  readonly project: string;
  /** Distinct persons in the tables. */
  readonly persons: number;
  readonly optOuts: OptOutReport;
  readonly tables: readonly PreparedTable[];
  readonly inputs: readonly ManifestInput[];
}

/** A delivered table that breaks its schema: where, of what sort, and why; never the value. */
export interface SchemaBreach {
  readonly table: string;
  /** First data row is 1; null where the whole file is concerned. */
  readonly row: number | null;
  readonly column: string | null;
  readonly valueClass: string | null;
  readonly reason: string;
}

export type Prepared = { ok: true; manifest: Manifest } | { ok: false; breaches: SchemaBreach[] };
