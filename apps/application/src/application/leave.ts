import { actorId, refuse } from '@hub/decider';
import { openStatuses, slice } from './application.js';

export interface Leave {
  readonly personId: string;
}

/** A member leaves the team, or the lead takes somebody out of it. */
export const leave = slice({
  name: 'leave',
  by: ['lead', 'member'],
  in: ['DRAFT', ...openStatuses],
  decide({ personId }: Leave, state, { actor }) {
    const member = state.team.find((candidate) => candidate.personId === personId);
    if (!member) return refuse('not-in-team');
    if (member.role === 'lead') return refuse('lead-stays');
    if (actorId(actor) !== personId && actorId(actor) !== state.leadId) return refuse('forbidden-to-others');
    return [{ type: 'member-left', personId }];
  },
});
