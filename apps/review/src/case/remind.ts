import { refuse } from '@hub/decider';
import type { ClockName } from '@hub/procedures';
import { awaitedReminders } from '../clocks/reminders.js';
import { isPast, knownDue } from '../clocks/running.js';
import { slice, underReview } from './case.js';

/** An end is near. However many reminders were due meanwhile, one is given; none once the end has passed. */
export const remind = slice({
  name: 'remind',
  by: ['system'],
  in: [...underReview, ...(['POSITIVE_DECISION_ISSUED', 'NEGATIVE_DECISION_ISSUED', 'STATISTICS_AWAITED'] as const)],
  decide({ clock, dueAt: remindAt }: { clock: ClockName; dueAt: string }, { file }, { now }) {
    const { clocks, procedure } = file;
    const awaited = awaitedReminders(clocks, procedure).some(({ name, dueAt }) => name === clock && dueAt === remindAt);
    const at = now.toISOString();
    if (!awaited || at < remindAt || isPast(clocks, clock, now))
      return refuse('clock-not-due', { clock, dueAt: remindAt });
    return [{ type: 'deadline-near', at, clock, dueAt: knownDue(clocks, clock) }];
  },
});
