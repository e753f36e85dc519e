import { amendTeam } from './amend-team.js';
import { appealRevocation } from './appeal-revocation.js';
import { expire } from './expire.js';
import { grant } from './grant.js';
import { requestAmendment, requestRenewal } from './request-change.js';
import { revoke } from './revoke.js';
import { ruleOnAppeal } from './rule-on-appeal.js';
import { approveChange, rejectChange } from './rule-on-change.js';

/** Every command of a permit. One that is not listed here is offered to nobody. */
export const commands = [
  grant,
  amendTeam,
  requestAmendment,
  requestRenewal,
  approveChange,
  rejectChange,
  revoke,
  appealRevocation,
  ruleOnAppeal,
  expire,
] as const;
