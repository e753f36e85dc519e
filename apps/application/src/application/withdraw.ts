import { openStatuses, slice } from './application.js';

/** The project lead withdraws, from any state in which the review has not ended. */
export const withdraw = slice({
  name: 'withdraw',
  by: ['lead'],
  in: [...openStatuses],
  decide: (_command: object, state) => [{ type: 'withdrawn', from: state.status }],
});
