import type { Limit } from '@hub/clock';
import type { Role } from '@hub/contracts';

/** The statutory limits that run on a case. */
export const clockNames = ['FORWARD_TO_COMMITTEE', 'INFORMATION', 'COMMITTEE_OPINION', 'AUTHORITY_DECISION'] as const;
export type ClockName = (typeof clockNames)[number];

/** What follows when a limit ends and nobody has acted. */
export type Silence = 'OVERDUE' | 'REJECTED_INCOMPLETE' | 'TACIT_FAVOURABLE' | 'AUTHORISED_IF_EXPRESSLY_FAVOURABLE';

/** A limit of the procedure: a rule reads it from its case's procedure, never from a table of its own. */
export interface ClockRule {
  readonly limit: Limit;
  readonly onSilence: Silence;
  /** What a request for information does to it: the one policy stops the count, the other begins it again. */
  readonly duringInformationRequest: 'PAUSES' | 'STARTS_ANEW';
}

export interface Phase {
  readonly status: string;
  /** Whose turn it is. */
  readonly acts: readonly Role[];
  readonly clock?: ClockName;
}

/** How many of the committee must be present: a number, or half of the seats whose holders are not recused. */
export type Quorum = { readonly members: number } | { readonly halfOfSeats: number };

/** A procedure as data. A published version never changes: cases keep the version they were opened under. */
export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly phases: readonly Phase[];
  readonly clocks: Readonly<Record<ClockName, ClockRule>>;
  /** Takes the place of the committee's limit in an urgent case. */
  readonly urgentOpinion: Limit;
  readonly informationRequestsPerPhase: number;
  readonly committee: {
    readonly rapporteurs: number;
    readonly quorum: Quorum;
    /** Whether the president's vote decides a tie. */
    readonly castingVote: boolean;
  };
  readonly permit: {
    readonly authorityId: string;
    readonly authorityName: string;
    /** Of a permit whose decision names no duration, or that silence gave. */
    readonly defaultMonths: number;
    readonly mostMonths: number;
    /** The zone whose civil days the validity counts. */
    readonly zone: string;
    /** Conditions that every permit carries. */
    readonly conditions: readonly string[];
  };
}

/** The number that must be present, given how many members are recused: they count neither for nor against it. */
export function quorumOf(quorum: Quorum, recused: number): number {
  return 'members' in quorum ? quorum.members : Math.ceil(Math.max(0, quorum.halfOfSeats - recused) / 2);
}
