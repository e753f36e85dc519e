import { actorId, isPerson, refuse } from '@hub/decider';
import { civilDay } from '../exchange/civil-day.js';
import { dueDay, lastDayUnconfirmed, reminderDay } from './confirmation.js';
import { delegationEnds } from './end-mandate.js';
import { mandateSlice } from './mandate.js';

/** What the calendar says; `givenOn` for mandates whose events do not tell it. */
export interface Day {
  readonly today: string;
  readonly givenOn: string;
}

/** Somebody responsible says that the person still has this task; a suspended mandate holds again. */
export const confirmMandate = mandateSlice<Record<string, never>, 'given' | 'suspended'>({
  name: 'confirm-mandate',
  by: ['administrator', 'representative', 'hub'],
  in: ['given', 'suspended'],
  decide: (_command, { terms }, { actor, now }) =>
    isPerson(actor, terms.personId)
      ? refuse('own-confirmation')
      : [{ type: 'MandateConfirmed', confirmedBy: actorId(actor), on: civilDay(now) }],
});

/** Once for each year, early enough to act. A mandate that ends before needs no confirmation. */
export const remindOfConfirmation = mandateSlice<Day, 'given'>({
  name: 'remind-of-confirmation',
  by: ['hub'],
  in: ['given'],
  decide: ({ today, givenOn }, { since, reminded, terms }) => {
    const due = dueDay(since ?? givenOn);
    if (reminded || today < reminderDay(due) || (terms.to !== undefined && terms.to <= due)) return refuse('not-due');
    return [{ type: 'MandateConfirmationDue', due, suspendedAfter: lastDayUnconfirmed(due, today) }];
  },
});

/** Nobody confirmed it in time: no token carries it any more, but it is not ended. */
export const suspendMandate = mandateSlice<{ readonly today: string }, 'given'>({
  name: 'suspend-mandate',
  by: ['hub'],
  in: ['given'],
  decide: ({ today }, state, { actor }) =>
    state.reminded && state.reminded.suspendedAfter < today
      ? [...delegationEnds(state, actor), { type: 'MandateSuspended', due: state.reminded.due }]
      : refuse('not-due'),
});
