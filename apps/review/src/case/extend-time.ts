import { type Actor, hasRole, refuse } from '@hub/decider';
import { type ClockName, clockOf } from '@hub/procedures';
import { dueInstant, extended } from '../clocks/running.js';
import { type CaseFile, slice } from './case.js';

/** The president gives the committee more time: once, by one month, with a reason (décret 2019-536, art. 90). */
export const extendOpinion = slice({
  name: 'extend-opinion',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  decide({ reason }: { reason: string }, { file }, { actor, now }) {
    const clocks = extension(file, 'COMMITTEE_OPINION', actor, now);
    return 'refused' in clocks ? clocks : [{ type: 'opinion-extended', reason, clocks }];
  },
});

/** The authority renews its time: once, by a reasoned decision (Act 78-17, art. 66 V). */
export const renewAuthorityTime = slice({
  name: 'renew-authority-time',
  by: ['authority'],
  in: ['AUTHORITY_REVIEW'],
  decide({ reason }: { reason: string }, { file }, { actor, now }) {
    const clocks = extension(file, 'AUTHORITY_DECISION', actor, now);
    return 'refused' in clocks ? clocks : [{ type: 'authority-time-renewed', reason, clocks }];
  },
});

function extension(file: CaseFile, clock: ClockName, actor: Actor, now: Date) {
  const { extendedBy, onSilence } = clockOf(file.procedure, clock);
  if (extendedBy && !hasRole(actor, extendedBy)) return refuse('extended-by-others', { role: extendedBy });
  const clocks = extended(file.clocks, clock, now);
  if (typeof clocks !== 'string') return clocks;
  const dueAt = dueInstant(file.clocks, clock);
  // Where silence decides nothing, what is over is the time to extend, not the time to act.
  return clocks === 'time-is-up' && onSilence === 'OVERDUE'
    ? refuse('extended-too-late', { dueAt })
    : refuse(clocks, { dueAt });
}
