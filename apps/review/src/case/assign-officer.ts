import { slice, underReview } from './case.js';

/** The officer who looks after the case: shown to the team, no privilege. */
export const assignOfficer = slice({
  name: 'assign-officer',
  by: ['officer'],
  in: underReview,
  decide: ({ officerId }: { officerId: string }, state) =>
    state.file.officerId === officerId ? [] : [{ type: 'officer-assigned', officerId }],
});
