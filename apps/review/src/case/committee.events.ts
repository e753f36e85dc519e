import type { ExpressOpinion } from './case.events.js';

/** An item of the committee is put to the vote, in a session or on its own. */
export interface VoteOpening {
  readonly at: string;
  readonly present: readonly string[];
  readonly quorum: number;
  readonly sessionId?: string;
}

/** A rapporteur's file of a civil month: each month has a limited number of slots. */
export interface Slot {
  readonly rapporteurId: string;
  /** `2026-03`. */
  readonly month: string;
  readonly slot: number;
}

/** What happens inside the committee. */
export type CommitteeEvent =
  | { type: 'interest-declared'; memberId: string; organisationId: string; interest: boolean }
  | { type: 'rapporteurs-named'; rapporteurs: readonly string[]; slots?: readonly Slot[] }
  | { type: 'report-filed'; at: string; rapporteurId: string; text: string; proposal: ExpressOpinion }
  | ({ type: 'vote-opened' } & VoteOpening)
  | ({ type: 'vote-reopened' } & VoteOpening)
  | { type: 'vote-cast'; memberId: string; vote: ExpressOpinion }
  | { type: 'hearing-called'; at: string; hearingId: string; heldOn: string; questions: readonly string[] }
  | { type: 'hearing-held'; at: string; hearingId: string; summary: string }
  | { type: 'holder-remarked'; at: string; holderId: string; remarkedBy: string; text: string };
