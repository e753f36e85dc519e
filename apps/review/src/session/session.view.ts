import type { Actor } from '@hub/decider';
import type { CaseForAgenda } from './agenda-facts.js';
import { type Session, session } from './session.js';

export type Convened = Exclude<Session, { status: 'ABSENT' }>;

export interface BesideSession {
  readonly id: string;
  readonly version: number;
  readonly allowed: readonly string[];
  /** The cases of the agenda that exist for the reader. */
  readonly cases: Readonly<Record<string, CaseForAgenda>>;
  /** The cases on which the reader may read what was decided. */
  readonly readable: readonly string[];
}

/** A session as this person sees it: items of cases in which they have an interest are not there. */
export function viewOf(state: Convened, actor: Actor, { id, version, allowed, cases, readable }: BesideSession) {
  const opened = 'opened' in state ? state.opened : {};
  const agenda = state.agenda
    .filter(({ caseId }) => cases[caseId])
    .map((item) => ({ ...item, status: cases[item.caseId]?.status, vote: opened[item.caseId] ?? null }));
  return {
    id,
    version,
    status: state.status,
    you: session.relations(state, actor),
    ...state.plan,
    agenda,
    ...('present' in state && { openedAt: state.openedAt, present: state.present }),
    ...('minutes' in state && { minutes: minutesFor(state.minutes, readable) }),
    ...(state.status === 'CLOSED' && { closedAt: state.closedAt, presidentId: state.presidentId }),
    ...(state.status === 'CANCELLED' && { reason: state.reason }),
    allowed,
  };
}

/** Without the items that the reader may not read. */
export const minutesFor = (
  minutes: Extract<Session, { minutes: unknown }>['minutes'],
  readable: readonly string[],
) => ({
  ...minutes,
  items: minutes.items.filter(({ caseId }) => readable.includes(caseId)),
});
