import { addMonths, civilDayAt, isoDay } from '@hub/clock';
import { actorId, type Context, isRefusal, type Refusal, refuse } from '@hub/decider';
import { type ClockName, clockOf } from '@hub/procedures';
import { type Clocks, started } from '../clocks/running.js';
import type { DatasetDecision, OptOut } from '../decision/decision.events.js';
import type { DeliveryTerms } from '../decision/delivery-terms.js';
import { partialFault } from '../decision/partial.js';
import { unmet } from '../finding/finding.js';
import type { Decided, Opinion } from './case.events.js';
import { type CaseFile, slice } from './case.js';
import type { CaseRefusal } from './case.refusals.js';
import { type OnProposal, onProposal } from './on-proposal.js';
import { isNotDue, timeIsUp } from './time-is-up.js';

export interface Authorise extends OnProposal {
  readonly reasons: string;
  readonly months?: number | undefined;
  readonly conditions?: readonly string[] | undefined;
  /** Where some datasets are granted and others refused. */
  readonly datasets?: readonly DatasetDecision[] | undefined;
  readonly optOutException?: boolean | undefined;
  /** On what terms the answer is delivered, where that is statistics. */
  readonly terms?: DeliveryTerms | undefined;
  /** Why opt-outs are set aside. */
  readonly optOutReasons?: string | undefined;
  /** What the workspace has beside what every workspace has. */
  readonly tools?: readonly string[] | undefined;
}

export interface Refuse extends OnProposal {
  readonly reasons: string;
}

export const authorise = slice({
  name: 'authorise',
  by: ['authority'],
  in: ['AUTHORITY_REVIEW'],
  decide({ followedProposal, reasonsOnProposal, ...command }: Authorise, { file, ...gathered }, context) {
    const late = timeIsUp(file, 'AUTHORITY_DECISION', context.now);
    if (late) return late;
    const proposal = onProposal({ followedProposal, reasonsOnProposal }, gathered);
    if (isRefusal(proposal)) return proposal;
    const decided = authorisation(file, command, context);
    return isRefusal(decided) ? decided : [{ ...decided, ...proposal }];
  },
});

/** A positive decision, after review or after an appeal that was won. */
export function authorisation(
  file: CaseFile,
  command: Authorise,
  { actor, now }: Context,
): Decided | Refusal<CaseRefusal> {
  const { reasons, months, conditions = [], datasets, tools, terms } = command;
  const most = file.procedure.permit?.mostMonths;
  if (months && most && months > most) return refuse('validity-too-long', { most });
  if (command.optOutException && !command.optOutReasons) return refuse('exception-without-reasons');
  if (terms && file.procedure.decision.outcome !== 'STATISTICS') return refuse('terms-only-of-statistics');
  const fault = (datasets && partialFault(file, datasets)) || unmet(file);
  if (fault) return fault;
  const at = now.toISOString();
  return {
    type: 'decided',
    ...{ at, decision: 'AUTHORISED', tacit: false, by: actorId(actor), reasons, conditions },
    ...validityFrom(file, now, months),
    ...(datasets && { datasets }),
    optOut: optOutIn(command, at),
    ...(tools && { tools }),
    ...(terms && { terms: { ...terms, purposes: file.purposes } }),
    ...clocksAfter(file, 'AUTHORISED', now),
  };
}

function optOutIn({ optOutException: exception = false, optOutReasons: reasons }: Authorise, asAt: string): OptOut {
  return { asAt, exception, ...(exception && reasons && { reasons }) };
}

export const refuseAuthorisation = slice({
  name: 'refuse',
  by: ['authority'],
  in: ['AUTHORITY_REVIEW'],
  decide({ reasons, ...answer }: Refuse, { file, ...gathered }, { actor, now }) {
    const late = timeIsUp(file, 'AUTHORITY_DECISION', now);
    if (late) return late;
    const proposal = onProposal(answer, gathered);
    if (isRefusal(proposal)) return proposal;
    const content = { tacit: false, by: actorId(actor), reasons, conditions: [], ...proposal };
    const at = now.toISOString();
    return [{ type: 'decided', at, decision: 'REFUSED', ...content, ...clocksAfter(file, 'REFUSED', now) }];
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
      opinion && isExpresslyFavourable(opinion.opinion)
        ? authorisedBySilence(file, dueAt)
        : refusedBySilence(file, dueAt),
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
  optOut: { asAt: at, exception: false },
  ...clocksAfter(file, 'AUTHORISED', new Date(at)),
});

const refusedBySilence = (file: CaseFile, at: string): Decided => ({
  type: 'decided',
  at,
  decision: 'REFUSED',
  tacit: true,
  conditions: [],
  ...clocksAfter(file, 'REFUSED', new Date(at)),
});

/** From the day of the decision, for whole months: 10 June 2026 and 36 months end with 9 June 2029. */
function validityFrom({ procedure: { permit } }: CaseFile, at: Date, months?: number): Pick<Decided, 'validity'> {
  if (!permit) return {}; // the answer is statistics, nothing that lasts
  const { defaultMonths, zone } = permit;
  const from = civilDayAt(at, zone);
  return { validity: { from: isoDay(from), until: isoDay(addMonths(from, months ?? defaultMonths) - 1) } };
}

/** What runs from a decision, as the procedure lets something follow it. */
function clocksAfter({ procedure }: CaseFile, decision: Decided['decision'], at: Date): { readonly clocks?: Clocks } {
  const { acceptance, appeal, outcome } = procedure.decision;
  const positive = acceptance ? 'ACCEPTANCE' : outcome === 'STATISTICS' ? 'STATISTICS_ANSWER' : undefined;
  const clock = decision === 'AUTHORISED' ? positive : appeal ? 'APPEAL' : undefined;
  return clock ? { clocks: started({}, clock, at, clockOf(procedure, clock).limit) } : {};
}
