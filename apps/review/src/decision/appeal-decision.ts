import { isOverdue, startClock } from '@hub/clock';
import { actorId, isRefusal, refuse } from '@hub/decider';
import { clockOf } from '@hub/procedures';
import { slice } from '../case/case.js';
import { type Authorise, authorisation } from '../case/decide.js';

/** The lead contests a refusal in time; an officer writes down what came by letter. */
export const appealDecision = slice({
  name: 'appeal-decision',
  by: ['lead', 'officer'],
  in: ['NEGATIVE_DECISION_ISSUED'],
  decide({ grounds }: { grounds: string }, { file, decision }, { actor, now }) {
    // Of a refusal from before the clock was recorded it is counted now.
    const clock = file.clocks.APPEAL ?? startClock(new Date(decision.at), clockOf(file.procedure, 'APPEAL').limit);
    if (isOverdue(clock, now)) return refuse('appeal-of-decision-too-late');
    return [{ type: 'decision-appealed', at: now.toISOString(), by: actorId(actor), grounds }];
  },
});

export interface RuleOnDecisionAppeal {
  readonly ruling: 'APPROVED' | 'REJECTED';
  readonly reasons: string;
  /** What is authorised instead, where the appeal is approved. */
  readonly authorise?: Omit<Authorise, 'reasons'> | undefined;
}

/** Another officer than who refused rules; an approved appeal is followed by a positive decision, with all that follows one. */
export const ruleOnDecisionAppeal = slice({
  name: 'rule-on-decision-appeal',
  by: ['authority'],
  in: ['NEGATIVE_DECISION_APPEALED'],
  decide({ ruling, reasons, authorise = {} }: RuleOnDecisionAppeal, { file, decision }, { actor, now, newId }) {
    const by = actorId(actor);
    if (by === decision.by) return refuse('ruling-on-own-decision');
    const ruled = { type: 'decision-appeal-ruled', at: now.toISOString(), by, ruling, reasons } as const;
    if (ruling === 'REJECTED') return [ruled];
    const decided = authorisation(file, { ...authorise, reasons }, { actor, now, newId });
    return isRefusal(decided) ? decided : [ruled, decided];
  },
});
