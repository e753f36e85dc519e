import { actorId, type Context, refuse } from '@hub/decider';
import type { MinutesFacts } from './agenda-facts.js';
import { slice } from './session.js';

/** The minutes are drawn up from what was decided; drawn up again, they replace the draft. */
export const draftMinutes = slice({
  name: 'draft-minutes',
  by: ['president', 'secretary'],
  in: ['OPEN', 'MINUTES_DRAFTED'],
  decide({ remarks }: { remarks?: string | undefined }, _state, facts: Context & MinutesFacts) {
    const { items, open: caseIds, actor, now } = facts;
    if (caseIds.length > 0) return refuse('items-still-open', { caseIds });
    const drafted = { draftedAt: now.toISOString(), draftedBy: actorId(actor), ...(remarks && { remarks }), items };
    return [{ type: 'minutes-drafted', minutes: drafted }];
  },
});

/** The president approves the minutes: from here on they stand. */
export const closeSession = slice({
  name: 'close-session',
  by: ['president'],
  in: ['MINUTES_DRAFTED'],
  decide: (_command: object, _state, { actor, now }) => [
    { type: 'closed', at: now.toISOString(), presidentId: actorId(actor) },
  ],
});
