import { extend } from '@hub/clock';
import { refuse } from '@hub/decider';
import { slice } from './result.js';

/** The work is done before the permit ends: the time for the results runs from now, never longer than before. */
export const declareCompleted = slice({
  name: 'declare-completed',
  by: ['lead'],
  in: ['AWAITED'],
  decide(_command: object, { clock, completedAt }, { now }) {
    if (completedAt !== undefined) return refuse('completed-already');
    const at = now.toISOString();
    return [{ type: 'completion-declared', at, clock: at < clock.startedAt ? { ...clock, startedAt: at } : clock }];
  },
});

/** Once, with reasons, and not after the time has ended (art. 61(4)). */
export const extendResult = slice({
  name: 'extend-result',
  by: ['officer'],
  in: ['AWAITED'],
  decide({ reason }: { reason: string }, { clock }, { now }) {
    // Asked for before the clock starts, the time is longer from its start on.
    const change = extend(clock, new Date(Math.max(now.getTime(), Date.parse(clock.startedAt))));
    if (change.ok) return [{ type: 'time-extended', reason, clock: change.clock }];
    return refuse(change.why === 'overdue' ? 'result-time-is-up' : 'result-time-extended-already');
  },
});
