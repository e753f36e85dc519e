import { slice, underReview } from './case.js';

/** The applicant withdrew: the case closes, whatever its phase. What was decided stays decided. */
export const closeByWithdrawal = slice({
  name: 'close-by-withdrawal',
  by: ['system'],
  in: underReview,
  decide: ({ withdrawnAt }: { withdrawnAt: string }) => [{ type: 'closed-by-withdrawal', at: withdrawnAt }],
});
