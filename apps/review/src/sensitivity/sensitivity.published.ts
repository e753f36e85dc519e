import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import type { SensitivityEvent } from './sensitivity.js';

/** That it is so: ground and reasons stay with the review service. */
export function sensitivityForOthers(
  { type }: SensitivityEvent,
  ids: { readonly caseId: string; readonly applicationId: string },
) {
  switch (type) {
    case 'flagged-sensitive':
      return told(contract.CaseFlaggedSensitive, ids);
    case 'flag-lifted':
      return told(contract.CaseFlagLifted, ids);
    case 'locked':
      return told(contract.CaseLocked, ids);
    case 'unlocked':
      return told(contract.CaseUnlocked, ids);
  }
}
