import { type Aggregate, hasRole, isPerson, slicesOf } from '@hub/decider';
import type { DisclosureOptions, FileReport, Outcome, Report } from '@hub/disclosure';
import type { RefusalCode } from '../refusals.js';

/** Exactly these bytes are asked for, checked, voted on and released. */
export interface BoundFile {
  readonly queryId: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** What the requester says about a file; free text that stays in this service. */
export interface Justification {
  readonly title: string;
  readonly context: string;
  readonly declared: Pick<DisclosureOptions, 'measures' | 'dimensions' | 'rounded'>;
}

export interface Checks {
  readonly outcome: Outcome;
  readonly disclosure: Report | null;
  readonly file: Omit<FileReport, 'table'>;
}

export type Decision = 'approve' | 'request-changes' | 'refuse';

export interface Vote {
  readonly checkerId: string;
  readonly decision: Decision;
  readonly remark: string;
}

export interface Content extends Justification {
  readonly workspaceId: string;
  readonly requesterId: string;
  readonly organisationId: string;
  /** Persons of the workspace when it was asked for: none of them may check it. */
  readonly memberIds: readonly string[];
  readonly file: BoundFile;
  readonly checks: Checks | null;
  readonly votes: readonly Vote[];
}

/** Source: export request of the procedures. AUTO_CHECK lasts within one command; APPROVED is not RELEASED. */
export type ExportState =
  | { readonly status: 'ABSENT' }
  | (Content & {
      readonly status:
        | 'SUBMITTED'
        | 'IN_REVIEW'
        | 'CHANGES_REQUESTED'
        | 'APPROVED'
        | 'RELEASED'
        | 'REFUSED'
        | 'WITHDRAWN'
        | 'RECALLED';
    });

export type ExportEvent =
  | ({
      type: 'submitted';
      workspaceId: string;
      requesterId: string;
      organisationId: string;
      memberIds: readonly string[];
      file: BoundFile;
    } & Justification)
  | { type: 'checked'; checks: Checks }
  | ({ type: 'vote-cast' } & Vote)
  | { type: 'decided'; decision: 'APPROVED' | 'REFUSED' | 'CHANGES_REQUESTED' }
  | ({ type: 'resubmitted'; file: BoundFile } & Justification)
  | { type: 'released' }
  | { type: 'downloaded'; personId: string; sha256: string }
  | { type: 'recalled'; reason: string }
  | { type: 'withdrawn' };

/** `colleague`: a member of the workspace. Who is involved is never a checker, whatever their role. */
export type ExportRelation = 'member' | 'requester' | 'colleague' | 'checker' | 'security' | 'auditor';

type Existing = Exclude<ExportState, { status: 'ABSENT' }>;
export const exists = (state: ExportState): state is Existing => state.status !== 'ABSENT';

export const exportRequest: Aggregate<ExportState, ExportEvent, ExportRelation> = {
  name: 'export',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'submitted') {
      const { type: _, ...content } = event;
      return { ...content, status: 'SUBMITTED', checks: null, votes: [] };
    }
    return exists(state) ? changed(state, event) : state;
  },
  relations(state, actor) {
    if (actor.kind !== 'person') return [];
    // Whether the person works in the workspace was judged by the workspace itself.
    if (!exists(state)) return ['member'];
    const relations: ExportRelation[] = [];
    const involved = isPerson(actor, state.requesterId) || state.memberIds.includes(actor.id);
    if (isPerson(actor, state.requesterId) && actor.organisation === state.organisationId) relations.push('requester');
    else if (state.memberIds.includes(actor.id)) relations.push('colleague');
    if (hasRole(actor, 'output_checker') && !involved) relations.push('checker');
    if (hasRole(actor, 'security_officer')) relations.push('security');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    return relations;
  },
};

export const exportSlice = slicesOf<ExportState, ExportEvent, ExportRelation, RefusalCode>();

function changed(state: Existing, event: Exclude<ExportEvent, { type: 'submitted' }>): ExportState {
  switch (event.type) {
    case 'checked':
      return { ...state, checks: event.checks, status: event.checks.outcome === 'fail' ? 'REFUSED' : 'IN_REVIEW' };
    case 'vote-cast':
      return {
        ...state,
        votes: [...state.votes, { checkerId: event.checkerId, decision: event.decision, remark: event.remark }],
      };
    case 'decided':
      return { ...state, status: event.decision };
    case 'resubmitted': {
      const { type: _, ...again } = event;
      // Votes were on other bytes: they clear nothing here.
      return { ...state, ...again, status: 'SUBMITTED', checks: null, votes: [] };
    }
    case 'released':
      return { ...state, status: 'RELEASED' };
    case 'recalled':
      return { ...state, status: 'RECALLED' };
    case 'withdrawn':
      return { ...state, status: 'WITHDRAWN' };
    case 'downloaded':
      return state;
  }
}
