import type { Limit } from '@hub/clock';
import type { Role } from '@hub/contracts';

export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** The phases a procedure is put together from, each with its own acts; their order is the procedure's. */
export const phaseNames = [
  'PRE_SCREENING',
  'HOLDER_ASSESSMENT',
  'COMMITTEE_REVIEW',
  'APPLICANT_CHOICE',
  'AUTHORITY_REVIEW',
] as const;
export type PhaseName = (typeof phaseNames)[number];

/** Whose time passes. Source: reports of the hub, gross time and time per party. */
export const parties = ['applicant', 'hub', 'committee', 'holder', 'authority', 'platform'] as const;
export type Party = (typeof parties)[number];

/** The limits that can run on a case. */
export const clockNames = [
  'FORWARD_TO_COMMITTEE',
  'INFORMATION',
  'HOLDER_REMARKS',
  'HOLDER_ASSESSMENT',
  'COMMITTEE_OPINION',
  'AUTHORITY_DECISION',
  'ACCEPTANCE',
  'APPEAL',
  'STATISTICS_ANSWER',
  'PUBLICATION',
  'INTERNAL_PRE_SCREENING',
  'INTERNAL_HOLDER_ASSESSMENT',
  'INTERNAL_COMMITTEE_REVIEW',
  'INTERNAL_AUTHORITY_REVIEW',
] as const;
export type ClockName = (typeof clockNames)[number];

/** What follows when a limit ends and nobody has acted. */
export type Silence =
  /** The act is still awaited; the delay is shown. */
  | 'OVERDUE'
  /** The chance has passed, nothing is recorded. */
  | 'CLOSED'
  | 'REJECTED_INCOMPLETE'
  | 'TACIT_FAVOURABLE'
  | 'AUTHORISED_IF_EXPRESSLY_FAVOURABLE'
  | 'WITHDRAWN';

/** A limit of a procedure: a rule reads it from its case's procedure, never from a table of its own. */
export interface ClockRule {
  readonly limit: Limit;
  readonly party: Party;
  readonly onSilence: Silence;
  /** What a request for information does to it: the one policy stops the count, the other begins it again. */
  readonly duringInformationRequest: 'PAUSES' | 'STARTS_ANEW' | 'RUNS_ON';
  /** Who may extend it, where `limit` has an extension. */
  readonly extendedBy?: Role;
  /** Days before the end at which whoever must act is reminded. */
  readonly remindDaysBefore: readonly number[];
}

export interface Phase {
  readonly name: PhaseName;
  /** Whose time passes while the phase lasts. */
  readonly party: Party;
  /** Who acts in it. In the last phase: who decides. */
  readonly acts: readonly Role[];
  readonly clock?: ClockName;
  /** How often information may be asked for in it: one window, everything at once. */
  readonly informationRequests: number;
}

/** How many of the committee must be present: a number, or half of the seats whose holders are not recused. */
export type Quorum = { readonly members: number } | { readonly halfOfSeats: number };

export interface CommitteeRules {
  readonly rapporteurs: number;
  /** Files that one rapporteur can be given in a civil month. */
  readonly filesPerRapporteurAndMonth: number;
  readonly quorum: Quorum;
  /** Whether the president's vote decides a tie. */
  readonly castingVote: boolean;
  /** Takes the place of the committee's limit in an urgent case. */
  readonly urgentOpinion: Limit;
}

/** One point of the completeness check. A file is complete when every point is met or does not apply. */
export interface ChecklistItem extends Bilingual {
  readonly key: string;
}

/** One point on which the assessor's finding is needed before a positive decision, and where the law asks for it. */
export interface Criterion extends ChecklistItem {
  readonly article: string;
}

/** What a fee consists of, as estimated before the decision. Source: Regulation (EU) 2025/327, art. 62. */
export interface FeeRules {
  readonly currency: 'EUR';
  /** Cents. */
  readonly base: number;
  readonly perDataset: number;
  readonly perTable: number;
  readonly perYearOfAccess: number;
  /** Public bodies, in percent of the whole. */
  readonly reductionForPublicBodies: number;
}

export interface DecisionRules {
  /** A permit for data, an entry in the register without one, or an answer in statistics. */
  readonly outcome: 'PERMIT' | 'REGISTRATION' | 'STATISTICS';
  /** Whether it may grant some of the datasets and not others. */
  readonly partial: boolean;
  /** Whether the applicant must accept a positive decision before the permit is issued; the clock is ACCEPTANCE. */
  readonly acceptance: boolean;
  /** Whether a refusal can be appealed; the clock is APPEAL. */
  readonly appeal: boolean;
}

export interface PermitRules {
  readonly authorityId: string;
  readonly authorityName: string;
  /** Capital letters that the numbers of its permits begin with. */
  readonly authorityCode: string;
  /** Of a permit whose decision names no duration, or that silence gave. */
  readonly defaultMonths: number;
  readonly mostMonths: number;
  readonly renewals: number;
  /** A renewal is asked for at least so long before the end. */
  readonly renewalMonthsBeforeEnd: number;
  /** The zone whose civil days the validity counts. */
  readonly zone: string;
  /** Conditions that every permit carries. */
  readonly conditions: readonly string[];
}

/** A procedure as data. A published version never changes: cases and applications keep the one they began under. */
export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  /** What it rests on. */
  readonly law: string;
  readonly applicants: 'ANYBODY' | 'PUBLIC_BODIES';
  /** Procedures with the same steps and other limits, which a case can be moved to while it is undecided; they name it too. */
  readonly tracks?: readonly string[];
  /** The form that is filled in for it, by id and version; the application service keeps the forms. */
  readonly form: {
    readonly id: string;
    readonly version: number;
    /** Further questions of the bodies that decide in it, merged into the form; by id and version as well. */
    readonly additions?: readonly { readonly id: string; readonly version: number }[];
  };
  /** In order; after the last one the case is decided. */
  readonly phases: readonly Phase[];
  readonly checklist: readonly ChecklistItem[];
  /** Each has a finding, and none is unmet, before a positive decision; absent where the procedure demands none. */
  readonly criteria?: readonly Criterion[];
  /** One for every clock that a phase or the decision starts, and for requests for information. */
  readonly clocks: Readonly<Partial<Record<ClockName, ClockRule>>>;
  /** Present where there is a COMMITTEE_REVIEW. */
  readonly committee?: CommitteeRules;
  readonly decision: DecisionRules;
  readonly fees?: FeeRules;
  /** Present where the outcome is a permit. */
  readonly permit?: PermitRules;
}

/** The number that must be present, given how many members are recused: they count neither for nor against it. */
export function quorumOf(quorum: Quorum, recused: number): number {
  return 'members' in quorum ? quorum.members : Math.ceil(Math.max(0, quorum.halfOfSeats - recused) / 2);
}

export const phaseOf = ({ phases }: Procedure, name: PhaseName): Phase | undefined =>
  phases.find((phase) => phase.name === name);

/** The phase that follows; none after the last. */
export function phaseAfter({ phases }: Procedure, name: PhaseName): Phase | undefined {
  const place = phases.findIndex((phase) => phase.name === name);
  return place < 0 ? undefined : phases[place + 1];
}

/** A clock that the procedure must have, since one of its phases or its decision names it. */
export function clockOf({ id, version, clocks }: Procedure, name: ClockName): ClockRule {
  const rule = clocks[name];
  if (!rule) throw new Error(`the procedure ${id} version ${version} declares no clock ${name}`);
  return rule;
}

/** Whether a case that stands in the phase `reached` has come to `name`; never where the procedure has no such phase. */
export function hasReached({ phases }: Procedure, reached: PhaseName, name: PhaseName): boolean {
  const place = phases.findIndex((phase) => phase.name === name);
  return place >= 0 && phases.findIndex((phase) => phase.name === reached) >= place;
}

/** The rules of a committee that the procedure must have, since its case is before one. */
export function committeeOf({ id, version, committee }: Procedure): CommitteeRules {
  if (!committee) throw new Error(`the procedure ${id} version ${version} declares no committee`);
  return committee;
}
