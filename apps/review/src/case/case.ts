import type { DataScope, ProjectParty, ProjectUse, TeamMember } from '@hub/contracts';
import { type Actor, type Aggregate, slicesOf } from '@hub/decider';
import { hasReached, type PhaseName, type Procedure, Procedures } from '@hub/procedures';
import type { Clocks } from '../clocks/running.js';
import type { FeeEstimate } from '../decision/decision.events.js';
import type { AfterDecision } from '../decision/decision.states.js';
import type { Finding } from '../finding/finding.js';
import type { Lock, Sensitivity } from '../sensitivity/sensitivity.js';
import type { CaseEvent, DatasetCategories, Decided, Grounds, Happening, Opinion, Remark } from './case.events.js';
import { changed, moved, opened } from './case.evolve.js';
import type { CaseRefusal } from './case.refusals.js';
import type { CheckedItem } from './checklist.js';
import type { Item } from './item.js';
import { type CaseRelation, relationsTo } from './relations.js';

export interface InformationRequest {
  readonly requestId: string;
  readonly phase: PhaseName;
  readonly askedAt: string;
  readonly askedBy?: string;
  readonly dueAt: string;
  readonly remarks: readonly Remark[];
  readonly answeredAt?: string;
}

/** What every state carries. */
export interface CaseFile {
  readonly applicationId: string;
  /** The declaration that the case was opened under, or moved to: rules read it here, as long as the case lives (ADR 0011). */
  readonly procedure: Procedure;
  readonly leadId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  readonly purposes: readonly string[];
  /** Sponsors and others with a part in the project beside its team; absent where the form did not ask. */
  readonly parties?: readonly ProjectParty[];
  /** The use in codes, as far as the form asked. */
  readonly use?: ProjectUse;
  /** The organisations that hold the datasets asked for, as far as the catalogue has told. */
  readonly holderIds: readonly string[];
  /** Of the datasets asked for, as far as the catalogue has told. */
  readonly categories?: readonly DatasetCategories[];
  readonly openedAt: string;
  readonly officerId?: string;
  readonly urgent: boolean;
  readonly requests: readonly InformationRequest[];
  /** What the officer found on each point; absent before the file is found complete, and of old cases. */
  readonly checklist?: readonly CheckedItem[];
  /** All that were recorded on the criteria of the procedure, the latest last. */
  readonly findings?: readonly Finding[];
  readonly sensitivity?: Sensitivity;
  readonly lock?: Lock;
  /** Each time that it was moved to another track. */
  readonly moves?: readonly {
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly reasons: string;
  }[];
  readonly clocks: Clocks;
  /** The last one that was announced to the applicant. */
  readonly fees?: FeeEstimate;
}

export interface IssuedOpinion {
  readonly at: string;
  readonly opinion: Opinion;
  readonly tally?: Readonly<Record<string, number>>;
  readonly grounds?: Grounds;
  readonly recommendations?: string;
}

/** What a data holder proposed. */
export type Assessment = Omit<Happening<'decision-proposed'>, 'type' | 'clocks'>;

/** With the findings that it rests on, as they stood. */
export type Decision = Omit<Decided, 'type' | 'clocks'> & { readonly findings?: readonly Finding[] };

/** What a case has gathered on its way, as far as its procedure led it past those who contribute it. */
export interface Gathered {
  readonly item?: Item;
  readonly opinion?: IssuedOpinion;
  readonly assessments?: readonly Assessment[];
}

/** A case and where it stands: in one of the phases of its procedure, with the applicant, or ended. */
export type Case =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'PRE_SCREENING'; readonly file: CaseFile }
  | ({
      readonly status: 'AWAITING_ADDITIONAL_INFORMATION';
      readonly file: CaseFile;
      /** The phase that asked. */
      readonly phase: PhaseName;
    } & Gathered)
  | ({ readonly status: 'HOLDER_ASSESSMENT'; readonly file: CaseFile } & Gathered)
  | ({ readonly status: 'COMMITTEE_REVIEW'; readonly file: CaseFile; readonly item: Item } & Gathered)
  | ({
      readonly status: 'APPLICANT_CHOICE';
      readonly file: CaseFile;
      readonly item: Item;
      readonly opinion: IssuedOpinion;
    } & Gathered)
  | ({ readonly status: 'AUTHORITY_REVIEW'; readonly file: CaseFile } & Gathered)
  | AfterDecision
  | { readonly status: 'REGISTERED'; readonly file: CaseFile; readonly registeredAt: string }
  | {
      readonly status: 'REDIRECTED';
      readonly file: CaseFile;
      readonly redirection: { readonly at: string; readonly to: string; readonly reasons: string };
    }
  | ({
      readonly status: 'REJECTED_INCOMPLETE';
      readonly file: CaseFile;
      readonly phase: PhaseName;
      readonly silent: boolean;
      readonly reasons?: string;
    } & Gathered)
  | ({
      readonly status: 'WITHDRAWN';
      readonly file: CaseFile;
      readonly from: string;
      /** The furthest that the case had come. */
      readonly phase: PhaseName;
    } & Gathered);

export type Opened = Exclude<Case, { status: 'ABSENT' }>;

export const isOpened = (state: Case): state is Opened => state.status !== 'ABSENT';

export const itemOf = (state: Opened): Item | undefined => ('item' in state ? state.item : undefined);

/** The phase that a case is in, or was in when it left its procedure. */
export function phaseReached(state: Opened): PhaseName {
  switch (state.status) {
    case 'AWAITING_ADDITIONAL_INFORMATION':
    case 'REJECTED_INCOMPLETE':
    case 'WITHDRAWN':
      return state.phase;
    case 'REGISTERED':
    case 'REDIRECTED':
      return 'PRE_SCREENING';
    default:
      return 'decision' in state ? 'AUTHORITY_REVIEW' : state.status;
  }
}

/** The states in which somebody still has to act. */
export const underReview = [
  ...(['PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'HOLDER_ASSESSMENT'] as const),
  ...(['COMMITTEE_REVIEW', 'APPLICANT_CHOICE', 'AUTHORITY_REVIEW'] as const),
] as const;

/** Whoever acts in a phase knows of a case from the moment it comes to them, and ever after. */
export const cameTo = (state: Opened, phase: PhaseName): boolean =>
  hasReached(state.file.procedure, phaseReached(state), phase);

/** The organisations that hold its data and to whom it has come: to assess it, or to remark on it. */
export function holdersOf(state: Opened): readonly string[] {
  const { holderIds, procedure } = state.file;
  const asked = cameTo(state, 'HOLDER_ASSESSMENT') || (itemOf(state) && procedure.clocks.HOLDER_REMARKS);
  return asked ? holderIds : [];
}

/** What an actor is to a case. */
export function relationsOf(state: Case, actor: Actor): CaseRelation[] {
  if (actor.kind === 'system') return ['system'];
  if (!isOpened(state)) return [];
  const { team, organisationId, procedure, holderIds } = state.file;
  const came = { toHolder: cameTo(state, 'HOLDER_ASSESSMENT'), toAuthority: cameTo(state, 'AUTHORITY_REVIEW') };
  return relationsTo({ team, organisationId, procedure, holderIds, item: itemOf(state), came }, actor);
}

/** A case under these procedures. Only facts that put a declaration into the state need them. */
export const reviewCaseUnder = (procedures: Procedures): Aggregate<Case, CaseEvent, CaseRelation> => ({
  name: 'case',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'opened') return opened(event, procedures.of(event.procedure));
    if (!isOpened(state)) return state;
    return event.type === 'track-changed' ? moved(state, event, procedures.of(event.procedure)) : changed(state, event);
  },
  relations: relationsOf,
});

/** A case under the procedures that the hub declares. */
export const reviewCase = reviewCaseUnder(new Procedures());

export const slice = slicesOf<Case, CaseEvent, CaseRelation, CaseRefusal>();
