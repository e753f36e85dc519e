import type { TeamMember } from '@hub/contracts';
import type { PermitContent, SignedDocument } from './document.js';

/** People, dates and minor points. Anything else is a new application (TEHDAS2 D6.4). */
export interface Amendment {
  readonly kind: 'AMENDMENT';
  readonly add: readonly TeamMember[];
  /** Ids of persons. */
  readonly remove: readonly string[];
  /** Days within the present validity. */
  readonly validity?: { readonly from: string; readonly until: string };
  /** The workspace tools, all of them. */
  readonly tools?: readonly string[];
  /** Minor points in words, stated by the version that follows. */
  readonly points?: readonly string[];
}

/** One further period after the present end. */
export interface Renewal {
  readonly kind: 'RENEWAL';
  readonly months: number;
}

export type Change = Amendment | Renewal;

/** One thing that a new version says otherwise than the one before. */
export interface ChangedItem {
  readonly item: 'person-added' | 'person-removed' | 'valid-from' | 'valid-until' | 'tools' | 'point';
  readonly before?: string;
  readonly after?: string;
}

/** The codes of a permit. Source: TEHDAS2 D6.4, table 3. */
export const permitCodes = [
  'GRANTED',
  'AMENDMENT_REQUESTED',
  'AMENDED',
  'AMENDMENT_REJECTED',
  'RENEWAL_REQUESTED',
  'RENEWED',
  'RENEWAL_REJECTED',
  'REVOKED',
  'REVOKE_APPEALED',
  'APPEAL_APPROVED',
  'APPEAL_REJECTED',
  'EXPIRED',
] as const;
export type PermitCode = (typeof permitCodes)[number];

export interface HistoryEntry {
  readonly code: PermitCode;
  readonly at: string;
  /** The version that began with it. */
  readonly version?: number;
  readonly by?: string;
  readonly requestId?: string;
  readonly reasons?: string;
  readonly changes?: readonly ChangedItem[];
}

/** A version that takes the place of the one before. */
interface NewVersion {
  readonly content: PermitContent;
  readonly signed: SignedDocument;
}

export type PermitEvent =
  | { type: 'granted'; baseId: string; content: PermitContent; signed: SignedDocument }
  | ({ type: 'team-amended'; reason: string; by?: string; changes?: readonly ChangedItem[] } & NewVersion)
  | {
      type: 'change-requested';
      at: string;
      /** Who asked; who wrote it down stands in the event's own head. */
      by: string;
      requestId: string;
      change: Change;
      justification: string;
    }
  | ({
      type: 'change-approved';
      at: string;
      by: string;
      requestId: string;
      kind: Change['kind'];
      changes: readonly ChangedItem[];
    } & NewVersion)
  | { type: 'change-rejected'; at: string; by: string; requestId: string; kind: Change['kind']; reasons: string }
  /** `by` is absent in permits revoked before it was recorded. */
  | { type: 'revoked'; at: string; by?: string; reasons: string }
  | { type: 'revocation-appealed'; at: string; by: string; grounds: string }
  | ({ type: 'reinstated'; at: string; by: string; reasons: string } & NewVersion)
  | { type: 'revocation-upheld'; at: string; by: string; reasons: string }
  | { type: 'expired'; at?: string };
