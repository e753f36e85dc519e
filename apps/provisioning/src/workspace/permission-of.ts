import type { DataOf, PermitGranted } from '@hub/contracts';
import type { Permission } from './workspace.js';

/** As much of a permit as a workspace depends on. */
export function permissionOf(permit: DataOf<typeof PermitGranted>): Permission {
  const { permitId, applicationId, organisationId, team, scope, validFrom, validUntil } = permit;
  const { optOutAsAt: asAt, optOutException: exception = false } = permit;
  return {
    permitId,
    applicationId,
    organisationId,
    team,
    scope,
    validFrom,
    validUntil,
    ...(asAt && { optOut: { asAt, exception } }),
  };
}

/** Whose opt-outs count. Older permits do not state it: for them, as at the beginning of their first day. */
export const optOutOf = ({ optOut, validFrom }: Permission): NonNullable<Permission['optOut']> =>
  optOut ?? { asAt: `${validFrom}T00:00:00.000Z`, exception: false };
