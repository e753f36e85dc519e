import { ConfigurationError } from '@hub/http-edge';
import type { DraftPolicy } from './draft-policy.js';

const most = 3_650;

/** Reads `DRAFT_IDLE_DAYS` and `DRAFT_NOTICE_DAYS`; the notice comes before the end. */
export function draftPolicyFrom(env: NodeJS.ProcessEnv): DraftPolicy {
  const idleDays = Number(env.DRAFT_IDLE_DAYS ?? 180);
  const noticeDays = Number(env.DRAFT_NOTICE_DAYS ?? 14);
  const whole = (days: number) => Number.isInteger(days) && days >= 1 && days <= most;
  if (whole(idleDays) && whole(noticeDays) && noticeDays < idleDays) return { idleDays, noticeDays };
  throw new ConfigurationError([
    `DRAFT_IDLE_DAYS and DRAFT_NOTICE_DAYS must be whole days from 1 to ${most}, the notice shorter than the idle time`,
  ]);
}
