import { refuse } from '@hub/decider';
import { slice } from '../application/application.js';

export interface HandOverLead {
  readonly personId: string;
}

/** The project lead hands the lead over to somebody of the team, of the organisation that applies. */
export const handOverLead = slice({
  name: 'hand-over-lead',
  by: ['lead'],
  in: ['DRAFT'], // once submitted, a change of lead is the review's to know: an amendment
  decide({ personId }: HandOverLead, { team, leadId, organisationId }) {
    const member = team.find((candidate) => candidate.personId === personId);
    if (!member) return refuse('not-in-team');
    if (personId === leadId) return [];
    if (member.organisationId !== organisationId) return refuse('lead-of-other-organisation');
    return [{ type: 'lead-handed-over', from: leadId, to: personId }];
  },
});
