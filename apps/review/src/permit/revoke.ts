import { slice } from './permit.js';

/** The authority takes the permit back (Regulation (EU) 2025/327, art. 63); access ends at once. */
export const revoke = slice({
  name: 'revoke',
  by: ['authority'],
  in: ['GRANTED'],
  decide: ({ reasons }: { reasons: string }, _state, { now }) => [{ type: 'revoked', at: now.toISOString(), reasons }],
});
