import type { ProjectUse } from '@hub/contracts';

/** One DUO term of a dataset, with what some terms need beside them. */
export interface DataUseCode {
  /** `DUO:0000042` */
  readonly code: string;
  /** Codes of diseases, of disease specific research. */
  readonly diseases?: readonly string[];
  /** ISO 3166-1, two letters, of a geographical restriction. */
  readonly countries?: readonly string[];
  /** Ids of organisations, of an institution specific restriction. */
  readonly institutions?: readonly string[];
  /** Of a time limit. */
  readonly months?: number;
}

/** What an application states. What is absent is not stated, and nothing is concluded from it. */
export interface StatedUse extends ProjectUse {
  /** Letters of Regulation (EU) 2025/327, art. 53(1). */
  readonly purposes: readonly string[];
  readonly organisationId: string;
  readonly organisationKind?: string;
  readonly publicBody?: boolean;
  /** The organisation's. */
  readonly country?: string;
  /** Whether the permit will oblige to publish the results. */
  readonly mustPublish?: boolean;
}

export type Verdict = 'MATCH' | 'NO_MATCH' | 'CANNOT_TELL';
