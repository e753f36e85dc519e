import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { Minutes } from './minutes.js';
import type { SessionRefusal } from './session.refusals.js';

/** When and where; the link of a session held at a distance is for those who take part. */
export interface Plan {
  readonly startsAt: string;
  readonly place?: string;
  readonly link?: string;
}

export interface AgendaItem {
  readonly caseId: string;
  /** Taken up by the president although not every report was filed. */
  readonly admitted: boolean;
}

/** Frozen when the item was put to the vote: who takes part in it, and how many must. The case decides both. */
export interface OpenedItem {
  readonly present: readonly string[];
  readonly quorum: number;
}

interface Planned {
  readonly plan: Plan;
  readonly agenda: readonly AgendaItem[];
}

interface Held extends Planned {
  readonly openedAt: string;
  readonly present: readonly string[];
  readonly opened: Readonly<Record<string, OpenedItem>>;
}

/** A session of the committee and where it stands. */
export type Session =
  | { readonly status: 'ABSENT' }
  | (Planned & { readonly status: 'PLANNED' })
  | (Held & { readonly status: 'OPEN' })
  | (Held & { readonly status: 'MINUTES_DRAFTED'; readonly minutes: Minutes })
  | (Held & {
      readonly status: 'CLOSED';
      readonly minutes: Minutes;
      readonly closedAt: string;
      readonly presidentId: string;
    })
  | (Planned & { readonly status: 'CANCELLED'; readonly reason: string });

export type SessionEvent =
  | { type: 'planned'; plan: Plan }
  | { type: 'item-added'; caseId: string; admitted: boolean }
  | { type: 'item-removed'; caseId: string }
  | { type: 'opened'; at: string; present: readonly string[] }
  | { type: 'item-opened'; caseId: string; present: readonly string[]; quorum: number }
  | { type: 'minutes-drafted'; minutes: Minutes }
  | { type: 'closed'; at: string; presidentId: string }
  | { type: 'cancelled'; reason: string };

export const sessionRelations = ['president', 'secretary', 'member', 'auditor', 'system'] as const;
export type SessionRelation = (typeof sessionRelations)[number];

export const session: Aggregate<Session, SessionEvent, SessionRelation> = {
  name: 'session',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'planned') return { status: 'PLANNED', plan: event.plan, agenda: [] };
    return state.status === 'ABSENT' ? state : changed(state, event);
  },
  relations(_state, actor) {
    if (actor.kind === 'system') return ['system'];
    const relations: SessionRelation[] = [];
    if (hasRole(actor, 'committee_president')) relations.push('president');
    // The hub keeps the committee's secretariat.
    if (hasRole(actor, 'hub_officer')) relations.push('secretary');
    if (hasRole(actor, 'committee_member', 'committee_president')) relations.push('member');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    return relations;
  },
};

type Later = Exclude<SessionEvent, { type: 'planned' }>;

function changed(state: Exclude<Session, { status: 'ABSENT' }>, event: Later): Session {
  switch (event.type) {
    case 'item-added':
      return { ...state, agenda: [...state.agenda, { caseId: event.caseId, admitted: event.admitted }] };
    case 'item-removed':
      return { ...state, agenda: state.agenda.filter(({ caseId }) => caseId !== event.caseId) };
    case 'opened': {
      const { plan, agenda } = state;
      return { status: 'OPEN', plan, agenda, openedAt: event.at, present: event.present, opened: {} };
    }
    case 'item-opened': {
      const { caseId, present, quorum } = event;
      return 'opened' in state ? { ...state, opened: { ...state.opened, [caseId]: { present, quorum } } } : state;
    }
    case 'minutes-drafted':
      return 'opened' in state ? { ...state, status: 'MINUTES_DRAFTED', minutes: event.minutes } : state;
    case 'closed': {
      const { at: closedAt, presidentId } = event;
      return 'minutes' in state ? { ...state, status: 'CLOSED', closedAt, presidentId } : state;
    }
    case 'cancelled':
      return { status: 'CANCELLED', plan: state.plan, agenda: state.agenda, reason: event.reason };
  }
}

export const slice = slicesOf<Session, SessionEvent, SessionRelation, SessionRefusal>();
