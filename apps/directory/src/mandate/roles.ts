import type { Role } from '@hub/contracts';
import { votingRoles } from '../organisation/kinds.js';

/** What an organisation's own representative may give: everything else is the hub's to give. */
export const ordinaryRoles: readonly Role[] = ['applicant', 'data_holder'];

/**
 * A vote is personal, and whoever gives roles must not hand that on: these are exercised by their holder alone.
 */
export const personalRoles: readonly Role[] = [
  ...votingRoles,
  'directory_administrator',
  'organisation_representative',
];
