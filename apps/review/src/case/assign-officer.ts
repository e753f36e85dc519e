import { slice } from './case.js';

/** The officer who looks after the case: shown to the team, no privilege. */
export const assignOfficer = slice({
  name: 'assign-officer',
  by: ['officer'],
  in: ['PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'COMMITTEE_REVIEW', 'APPLICANT_CHOICE', 'AUTHORITY_REVIEW'],
  decide: ({ officerId }: { officerId: string }, state) =>
    state.file.officerId === officerId ? [] : [{ type: 'officer-assigned', officerId }],
});
