import { refuse } from '@hub/decider';
import { inForce, slice } from './permit.js';
import { endOf } from './validity.js';

/** The last day of validity is over; what was still asked for lapses. */
export const expire = slice({
  name: 'expire',
  by: ['system'],
  in: inForce,
  decide: (_command: object, { content }, { now }) =>
    now > endOf(content)
      ? [{ type: 'expired', at: now.toISOString() }]
      : refuse('still-valid', { validUntil: content.validity.until }),
});
