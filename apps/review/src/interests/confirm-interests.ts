import { slice } from './interests.js';
import { oneYearAfter } from './publish-interests.js';

/** A member confirms that what is published is still true: for another year. */
export const confirmInterests = slice({
  name: 'confirm-interests',
  by: ['self'],
  in: ['PUBLISHED'],
  decide: (_command: object, _state, { now }) => [
    { type: 'confirmed', at: now.toISOString(), confirmBy: oneYearAfter(now) },
  ],
});
