import { slice, underReview } from './case.js';

export interface FollowLead {
  readonly leadId: string;
  readonly organisationId: string;
  readonly handedOverAt: string;
}

/** The applicant's team has another lead: whoever examines the case, and whoever may act for it, knows the new one. */
export const followLead = slice({
  name: 'follow-lead',
  by: ['system'],
  in: underReview,
  decide: ({ leadId, organisationId, handedOverAt }: FollowLead, { file }) =>
    file.leadId === leadId ? [] : [{ type: 'lead-changed', at: handedOverAt, leadId, organisationId }],
});
