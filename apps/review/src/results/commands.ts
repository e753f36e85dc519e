import { awaitResult, followPermit, missResult } from './await-result.js';
import { declareCompleted, extendResult } from './change-time.js';
import { correctResult, publishResult } from './publish-result.js';

/** Every command on the results of a permit. */
export const commands = [
  awaitResult,
  followPermit,
  declareCompleted,
  extendResult,
  missResult,
  publishResult,
  correctResult,
] as const;
