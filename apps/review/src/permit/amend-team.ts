import type { TeamMember } from '@hub/contracts';
import { actorId, type Context, isRefusal } from '@hub/decider';
import { amended, itemsBetween } from './amendment.js';
import { nextVersion } from './next-version.js';
import { inForce, type Sealing, slice } from './permit.js';

export interface AmendTeam {
  readonly add: readonly TeamMember[];
  /** Ids of persons. */
  readonly remove: readonly string[];
  readonly reason: string;
}

/** People come and go by amendment: a new signed version; a person who leaves it loses access at once. */
export const amendTeam = slice({
  name: 'amend-team',
  by: ['officer'],
  in: inForce,
  decide({ add, remove, reason }: AmendTeam, state, { actor, now, ...sealing }: Context & Sealing) {
    const content = amended(state.content, { kind: 'AMENDMENT', add, remove });
    if (isRefusal(content)) return content;
    const changes = itemsBetween(state.content, content);
    return [
      {
        type: 'team-amended',
        ...nextVersion(state, content, { now, ...sealing }),
        reason,
        by: actorId(actor),
        changes,
      },
    ];
  },
});
