import { refuse } from '@hub/decider';
import { type Plan, slice } from './session.js';

/** The president, or the secretary for them, convenes the committee. */
export const planSession = slice({
  name: 'plan-session',
  by: ['president', 'secretary'],
  in: ['ABSENT'],
  decide(plan: Plan, _state, { now }) {
    if (!plan.place && !plan.link) return refuse('nowhere-to-meet');
    if (new Date(plan.startsAt) < now) return refuse('session-in-the-past', { startsAt: plan.startsAt });
    return [{ type: 'planned', plan: { ...plan, startsAt: new Date(plan.startsAt).toISOString() } }];
  },
});
