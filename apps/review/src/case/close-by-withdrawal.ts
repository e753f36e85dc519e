import { slice } from './case.js';

/** The applicant withdrew: the case closes, whatever its phase. What was decided stays decided. */
export const closeByWithdrawal = slice({
  name: 'close-by-withdrawal',
  by: ['system'],
  in: ['PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'COMMITTEE_REVIEW', 'APPLICANT_CHOICE', 'AUTHORITY_REVIEW'],
  decide: ({ withdrawnAt }: { withdrawnAt: string }) => [{ type: 'closed-by-withdrawal', at: withdrawnAt }],
});
