import { slice } from './case.js';
import { isNotDue } from './time-is-up.js';

/** The hub did not forward in time: silence decides nothing here, the delay shows (décret 2019-536, art. 88). */
export const missForwardingLimit = slice({
  name: 'miss-forwarding-limit',
  by: ['system'],
  in: ['PRE_SCREENING'],
  decide: ({ dueAt }: { dueAt: string }, { file }, { now }) =>
    isNotDue(file, 'FORWARD_TO_COMMITTEE', dueAt, now) ?? [
      { type: 'deadline-missed', clock: 'FORWARD_TO_COMMITTEE', dueAt },
    ],
});
