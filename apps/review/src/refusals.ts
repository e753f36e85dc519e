import type { Explanations } from '@hub/decider';
import { caseRefusals } from './case/case.refusals.js';
import { interestsRefusals } from './interests/interests.refusals.js';
import { permitRefusals } from './permit/permit.refusals.js';
import { registerRefusals } from './register/register.refusals.js';
import { resultRefusals } from './results/result.refusals.js';
import { sessionRefusals } from './session/session.refusals.js';

/** Everything that a rule of this service refuses, with its status and sentences. */
export const refusals = {
  ...caseRefusals,
  ...permitRefusals,
  ...interestsRefusals,
  ...sessionRefusals,
  ...registerRefusals,
  ...resultRefusals,
} as const satisfies Explanations<string>;
