import { type Person, refuse } from '@hub/decider';
import type { Proposal } from './case.events.js';
import { type Assessment, slice } from './case.js';
import { onward } from './onward.js';

export interface ProposeDecision {
  readonly proposal: Proposal;
  readonly reasons: string;
}

/**
 * A trusted data holder has assessed the application and proposes a decision (Regulation (EU) 2025/327, art. 72). Where
 * several hold the data, each proposes; with the last proposal the case goes on to the body, which decides.
 */
export const proposeDecision = slice({
  name: 'propose-decision',
  by: ['holder'],
  in: ['HOLDER_ASSESSMENT'],
  offered: ({ assessments = [] }, actor) => !hasProposed(assessments, (actor as Person).organisation),
  decide({ proposal, reasons }: ProposeDecision, { file, assessments = [] }, { actor, now }) {
    const { id: proposedBy, organisation: holderId } = actor as Person; // only people are `holder`
    if (hasProposed(assessments, holderId)) return refuse('proposed-already');
    const proposed = {
      type: 'decision-proposed',
      at: now.toISOString(),
      holderId,
      proposedBy,
      proposal,
      reasons,
    } as const;
    const awaited = file.holderIds.filter((id) => id !== holderId && !hasProposed(assessments, id));
    if (awaited.length > 0) return [proposed];
    const { clocks, seized } = onward(file.procedure, 'HOLDER_ASSESSMENT', now);
    return [{ ...proposed, clocks }, ...seized];
  },
});

const hasProposed = (assessments: readonly Assessment[], organisationId: string): boolean =>
  assessments.some(({ holderId }) => holderId === organisationId);
