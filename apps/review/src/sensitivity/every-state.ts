import { underReview } from '../case/case.js';
import { decidedStates } from '../decision/decision.states.js';

/** A secret outlives the review: a case is flagged and locked in every state that it can be in. */
export const everyState = [
  ...underReview,
  ...decidedStates,
  ...(['REGISTERED', 'REDIRECTED', 'REJECTED_INCOMPLETE', 'WITHDRAWN'] as const),
] as const;
