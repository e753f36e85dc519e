import { refuse } from '@hub/decider';
import { endOf, slice } from './permit.js';

/** The last day of validity is over. */
export const expire = slice({
  name: 'expire',
  by: ['system'],
  in: ['GRANTED'],
  decide: (_command: object, { content }, { now }) =>
    now > endOf(content) ? [{ type: 'expired' }] : refuse('still-valid', { validUntil: content.validity.until }),
});
