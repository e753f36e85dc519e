import type { ClockName } from '@hub/procedures';
import { slice, underReview } from './case.js';
import { isNotDue } from './time-is-up.js';

/** A limit ended whose silence decides nothing: the act is still awaited, the delay shows. */
export const missLimit = slice({
  name: 'miss-limit',
  by: ['system'],
  in: [...underReview, 'STATISTICS_AWAITED'],
  decide: ({ clock, dueAt }: { clock: ClockName; dueAt: string }, { file }, { now }) =>
    isNotDue(file, clock, dueAt, now) ?? [{ type: 'deadline-missed', clock, dueAt }],
});
