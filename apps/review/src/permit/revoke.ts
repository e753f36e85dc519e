import { actorId } from '@hub/decider';
import { inForce, slice } from './permit.js';

/** The authority takes the permit back (Regulation (EU) 2025/327, art. 63); access ends at once. */
export const revoke = slice({
  name: 'revoke',
  by: ['authority'],
  in: inForce,
  decide: ({ reasons }: { reasons: string }, _state, { actor, now }) => [
    { type: 'revoked', at: now.toISOString(), by: actorId(actor), reasons },
  ],
});
