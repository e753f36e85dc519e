import type { DataScope, DatasetSelection, Period, Population, TeamMember, TeamRole } from '@hub/contracts';
import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import { type AttachedFile, type FileAttached, type FileRemoved } from '../attachment/attached-file.js';
import type { Answers } from '../form/form.js';
import type { RefusalCode } from '../refusals.js';
import { type LinkInvitation, type TeamEvent } from '../team/links.js';
import { begun, changed, touched } from './application.evolve.js';
import type { Submission } from './submissions.js';

export interface Invitation {
  readonly invitationId: string;
  readonly personId: string;
  readonly role: TeamRole;
  readonly expiresAt: string;
}

/** What is asked for; a draft may hold less than a complete scope. */
export interface Basket {
  readonly datasets: readonly DatasetSelection[];
  readonly period: Period;
  readonly population?: Population;
}

/** What every state from the draft on carries. */
export interface Content {
  readonly procedure: string;
  readonly procedureVersion: number;
  /** The procedure whose limits apply, where its case was moved: the form is still the one it began with. */
  readonly track?: { readonly procedure: string; readonly procedureVersion: number };
  readonly leadId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly invitations: readonly Invitation[];
  readonly links: readonly LinkInvitation[];
  readonly answers: Answers;
  readonly basket?: Basket;
  readonly attachments: readonly AttachedFile[];
  readonly submittedAt?: string;
  /** A draft's, once its people were told that it ends; any change takes it back. */
  readonly expiresAt?: string;
  /** What was sent so far, each as it was. */
  readonly submissions: readonly Submission[];
  /** Committee members who declared that they have no interest in the project: they may read the file. */
  readonly reviewers: readonly string[];
}

/** A request for information: the fields that are open, and where the case goes on afterwards. */
export interface InformationRequest {
  readonly requestId: string;
  readonly fields: readonly string[];
  readonly phase: ReviewedStatus;
  readonly changed: readonly string[];
}

export type ReviewedStatus = 'PRE_SCREENING' | 'PROCESSING';
/** A decision and what the applicant made of it. Source: TEHDAS2 D6.4, table 1(b), after DECISION_ISSUED of table 1(a). */
export const decisionStatuses = [
  'DECISION_ISSUED',
  'POSITIVE_DECISION_ISSUED',
  'POSITIVE_DECISION_ACCEPTED',
  'POSITIVE_DECISION_REJECTED',
  'NEGATIVE_DECISION_ISSUED',
  'NEGATIVE_DECISION_ACCEPTED',
  'NEGATIVE_DECISION_APPEALED',
  'APPEAL_APPROVED',
  'APPEAL_REJECTED',
] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];
export type FollowedStatus =
  | ReviewedStatus
  | DecisionStatus
  | 'REGISTERED'
  | 'REDIRECTED'
  | 'REJECTED_INCOMPLETE'
  | 'WITHDRAWN';

/** Source: access application states, table 1(a) of TEHDAS2 D6.4, with DRAFT and DELETED before it. */
export type Application =
  | { readonly status: 'ABSENT' }
  | (Content & { readonly status: 'DRAFT' | 'SUBMITTED' | FollowedStatus })
  | (Content & { readonly status: 'AWAITING_ADDITIONAL_INFORMATION'; readonly request: InformationRequest })
  | { readonly status: 'DELETED' | 'EXPIRED' };

export type ApplicationEvent =
  | { type: 'drafted'; procedure: string; procedureVersion: number; lead: TeamMember }
  | { type: 'answers-saved'; answers: Answers }
  | { type: 'basket-chosen'; basket: Basket }
  | ({ type: 'member-invited' } & Invitation)
  | { type: 'member-joined'; invitationId: string; member: TeamMember }
  | { type: 'member-left'; personId: string }
  | { type: 'submitted'; submittedAt: string }
  | { type: 'information-awaited'; requestId: string; fields: readonly string[]; phase: ReviewedStatus }
  | { type: 'information-provided'; requestId: string; fields: readonly string[] }
  | { type: 'track-followed'; procedure: string; procedureVersion: number }
  | { type: 'status-followed'; status: FollowedStatus; cause: string }
  | { type: 'reviewer-admitted'; reviewerId: string }
  | { type: 'reviewer-recused'; reviewerId: string }
  | { type: 'withdrawn'; from: string }
  | { type: 'deleted' }
  | { type: 'draft-expiring'; expiresAt: string }
  | { type: 'draft-expired'; leadId: string; organisationId: string }
  | FileAttached
  | FileRemoved
  | TeamEvent;

/** What an actor can be to an application. `applicant` is who may begin one. */
export type Relation =
  | 'applicant'
  | 'lead'
  | 'member'
  | 'invited'
  /** Holds the secret of an invitation by link. */
  | 'bearer'
  | 'officer'
  | 'reviewer'
  | 'authority'
  | 'auditor'
  | 'system';

/** States in which the review has not come to its end and the applicant can still withdraw. */
export const openStatuses = ['SUBMITTED', 'PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'PROCESSING'] as const;

export const application: Aggregate<Application, ApplicationEvent, Relation> = {
  name: 'application',
  initial: { status: 'ABSENT' },
  evolve: (state, event) =>
    event.type === 'drafted' ? begun(event) : hasContent(state) ? changed(touched(state), event) : state,
  relations(state, actor) {
    if (actor.kind === 'system') return ['system'];
    if (state.status === 'ABSENT') return hasRole(actor, 'applicant') ? ['applicant'] : [];
    if (!hasContent(state)) return [];
    // One person acts for one organisation at a time: in another one's name the case does not exist for them.
    const own = state.team.find(
      (member) => member.personId === actor.id && member.organisationId === actor.organisation,
    );
    const relations: Relation[] = own ? [own.role === 'lead' ? 'lead' : 'member'] : [];
    if (state.invitations.some((invitation) => invitation.personId === actor.id)) relations.push('invited');
    // Nobody examines their own project, whatever other mandates they hold.
    if (state.status === 'DRAFT' || state.team.some(({ personId }) => personId === actor.id)) return relations;
    if (hasRole(actor, 'hub_officer')) relations.push('officer');
    if (hasRole(actor, 'authority_officer')) relations.push('authority');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    if (state.reviewers.includes(actor.id) && hasRole(actor, 'committee_member', 'committee_president'))
      relations.push('reviewer');
    return relations;
  },
};

export const slice = slicesOf<Application, ApplicationEvent, Relation, RefusalCode>();

export type WithContent = Extract<Application, Content>;

export const hasContent = (state: Application): state is WithContent =>
  state.status !== 'ABSENT' && state.status !== 'DELETED' && state.status !== 'EXPIRED';

/** The whole scope, once a basket is chosen. */
export const scopeOf = ({ basket }: Pick<Content, 'basket'>): DataScope | undefined =>
  basket && {
    datasets: basket.datasets.map(({ datasetId, tables }) => ({ datasetId, tables: [...tables] })),
    period: basket.period,
    ...(basket.population && { population: basket.population }),
  };
