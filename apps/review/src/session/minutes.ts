import type { Grounds, Opinion } from '../case/case.events.js';

/** What became of an item of the agenda. */
export interface MinutesItem {
  readonly caseId: string;
  readonly applicationId: string;
  readonly rapporteurs: readonly string[];
  /** Present at the session, but not for this item: that they left is recorded, why is not. */
  readonly left: readonly string[];
  /** Absent where the item was not put to the vote. */
  readonly vote?: {
    readonly present: readonly string[];
    readonly quorum: number;
    readonly tally: Readonly<Record<string, number>>;
  };
  /** Absent where the session ended without one. */
  readonly opinion?: {
    readonly opinion: Opinion;
    readonly grounds?: Grounds;
    readonly recommendations?: string;
  };
}

/** The minutes as drawn up: what happens to a case afterwards changes nothing in them. */
export interface Minutes {
  readonly draftedAt: string;
  readonly draftedBy: string;
  readonly remarks?: string;
  readonly items: readonly MinutesItem[];
}
