import { refuse } from '@hub/decider';
import { openStatuses, slice } from '../application/application.js';

export interface HandOverLead {
  readonly personId: string;
}

/**
 * The project lead hands the lead over to somebody of the team, of the organisation that applies: another one is
 * another controller, hence a new application. Until the decision; after it the permit names the lead, by amendment.
 */
export const handOverLead = slice({
  name: 'hand-over-lead',
  by: ['lead'],
  in: ['DRAFT', ...openStatuses],
  decide({ personId }: HandOverLead, { team, leadId, organisationId }) {
    const member = team.find((candidate) => candidate.personId === personId);
    if (!member) return refuse('not-in-team');
    if (personId === leadId) return [];
    if (member.organisationId !== organisationId) return refuse('lead-of-other-organisation');
    return [{ type: 'lead-handed-over', from: leadId, to: personId }];
  },
});
