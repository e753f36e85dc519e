import { addMonths, civilDayAt, isoDay } from '@hub/clock';
import { isRefusal, refuse } from '@hub/decider';
import type { ClockName } from '@hub/procedures';
import type { Decided, Opinion } from './case.events.js';
import { type CaseFile, slice } from './case.js';
import { type OnProposal, onProposal } from './on-proposal.js';
import { isNotDue, timeIsUp } from './time-is-up.js';

export interface Authorise extends OnProposal {
  readonly reasons: string;
  readonly months?: number | undefined;
  readonly conditions?: readonly string[] | undefined;
}

export interface Refuse extends OnProposal {
  readonly reasons: string;
}

export const authorise = slice({
  name: 'authorise',
  by: ['authority'],
  in: ['AUTHORITY_REVIEW'],
  decide({ reasons, months, conditions = [], ...answer }: Authorise, { file, ...gathered }, { now }) {
    const most = file.procedure.permit?.mostMonths;
    const late = timeIsUp(file, 'AUTHORITY_DECISION', now);
    if (late) return late;
    if (months && most && months > most) return refuse('validity-too-long', { most });
    const proposal = onProposal(answer, gathered);
    if (isRefusal(proposal)) return proposal;
    const content = { reasons, conditions, ...proposal, ...validityFrom(file, now, months) };
    return [{ type: 'decided', at: now.toISOString(), decision: 'AUTHORISED', tacit: false, ...content }];
  },
});

export const refuseAuthorisation = slice({
  name: 'refuse',
  by: ['authority'],
  in: ['AUTHORITY_REVIEW'],
  decide({ reasons, ...answer }: Refuse, { file, ...gathered }, { now }) {
    const late = timeIsUp(file, 'AUTHORITY_DECISION', now);
    if (late) return late;
    const proposal = onProposal(answer, gathered);
    if (isRefusal(proposal)) return proposal;
    const content = { reasons, conditions: [], ...proposal };
    return [{ type: 'decided', at: now.toISOString(), decision: 'REFUSED', tacit: false, ...content }];
  },
});

/** The authority stayed silent: authorised only after an expressly favourable opinion, otherwise refused (policy). */
export const decideBySilence = slice({
  name: 'decide-by-silence',
  by: ['system'],
  in: ['AUTHORITY_REVIEW'],
  decide({ clock, dueAt }: { clock: ClockName; dueAt: string }, { file, opinion }, { now }) {
    const early = isNotDue(file, clock, dueAt, now);
    if (early) return early;
    return [
      opinion && isExpresslyFavourable(opinion.opinion) ? authorisedBySilence(file, dueAt) : refusedBySilence(dueAt),
    ];
  },
});

export const isExpresslyFavourable = (opinion: Opinion): boolean =>
  opinion === 'FAVOURABLE' || opinion === 'FAVOURABLE_WITH_RECOMMENDATIONS';

const authorisedBySilence = (file: CaseFile, at: string): Decided => ({
  type: 'decided',
  at,
  decision: 'AUTHORISED',
  tacit: true,
  conditions: [],
  ...validityFrom(file, new Date(at)),
});

const refusedBySilence = (at: string): Decided => ({
  type: 'decided',
  at,
  decision: 'REFUSED',
  tacit: true,
  conditions: [],
});

/** From the day of the decision, for whole months: 10 June 2026 and 36 months end with 9 June 2029. */
function validityFrom({ procedure: { permit } }: CaseFile, at: Date, months?: number): Pick<Decided, 'validity'> {
  if (!permit) return {}; // the answer is statistics, nothing that lasts
  const { defaultMonths, zone } = permit;
  const from = civilDayAt(at, zone);
  return { validity: { from: isoDay(from), until: isoDay(addMonths(from, months ?? defaultMonths) - 1) } };
}
