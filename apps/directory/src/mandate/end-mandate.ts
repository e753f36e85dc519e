import { actorId, refuse } from '@hub/decider';
import { mandateSlice } from './mandate.js';

/** Takes the role away at once: the next token is without it, and the event tells whoever gave access on its ground. */
export const endMandate = mandateSlice<Record<string, never>, 'given'>({
  name: 'end-mandate',
  by: ['administrator'],
  in: ['given'],
  decide: (_command, _state, { actor }) => [{ type: 'MandateEnded', endedBy: actorId(actor), cause: 'ended' }],
});

/** The last day has passed. Announced like any other end, so that nobody else has to watch the calendar. */
export const lapseMandate = mandateSlice<{ readonly today: string }, 'given'>({
  name: 'lapse-mandate',
  by: ['hub'],
  in: ['given'],
  decide: ({ today }, { terms }, { actor }) =>
    terms.to !== undefined && terms.to < today
      ? [{ type: 'MandateEnded', endedBy: actorId(actor), cause: 'lapsed' }]
      : refuse('still-running'),
});
