import { actorId, type Context, firstRefusal } from '@hub/decider';
import type { AgendaFacts } from './agenda-facts.js';
import { isHidden, isNotOnAgenda } from './change-agenda.js';
import { slice } from './session.js';
import type { SessionRefusal } from './session.refusals.js';

/** The president opens the session with the members present; who opens it is there. */
export const openSession = slice({
  name: 'open-session',
  by: ['president'],
  in: ['PLANNED'],
  decide: ({ present }: { present: readonly string[] }, _state, { actor, now }) => [
    { type: 'opened', at: now.toISOString(), present: [...new Set([actorId(actor), ...present])] },
  ],
});

/**
 * Whether an item can be put to the vote. Nothing follows here: the case decides on its vote, with its own quorum
 * and recusals, and the session records what the case announces (`record-item-opened`). So the two never disagree.
 */
export const openItem = slice({
  name: 'open-item',
  by: ['president'],
  in: ['OPEN'],
  decide: ({ caseId }: { caseId: string }, { agenda }, { cases }: Context & AgendaFacts) =>
    firstRefusal<SessionRefusal>(isHidden(caseId, cases), isNotOnAgenda(caseId, agenda)) ?? [],
});

/** The case's vote was opened in this session; opened again after a late interest, it counts as it is then. */
export const recordItemOpened = slice({
  name: 'record-item-opened',
  by: ['system'],
  in: ['OPEN', 'MINUTES_DRAFTED'],
  decide: ({ caseId, present, quorum }: { caseId: string; present: readonly string[]; quorum: number }) => [
    { type: 'item-opened', caseId, present, quorum },
  ],
});

export const cancelSession = slice({
  name: 'cancel-session',
  by: ['president', 'secretary'],
  in: ['PLANNED'],
  decide: ({ reason }: { reason: string }) => [{ type: 'cancelled', reason }],
});
