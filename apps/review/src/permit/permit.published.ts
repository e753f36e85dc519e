import {
  PermitAmended,
  PermitChangeRejected,
  PermitChangeRequested,
  PermitExpired,
  PermitGranted,
  PermitReinstated,
  PermitRenewed,
  PermitRevocationAppealed,
  PermitRevocationUpheld,
  PermitRevoked,
  told,
} from '@hub/contracts';
import type { PermitEvent } from './permit.events.js';
import { currentVersion, type Issued, type Permit } from './permit.js';

/** What others are told: the permitted data and people, since they act on it; reasons stay here. */
export function published(event: PermitEvent, state: Permit) {
  if (state.status === 'ABSENT') throw new Error('nothing to publish of a permit that was never granted');
  switch (event.type) {
    case 'granted':
      return told(PermitGranted, whole(state));
    case 'team-amended':
      return told(PermitAmended, whole(state));
    case 'change-requested':
      return told(PermitChangeRequested, { ...ids(state), requestId: event.requestId, kind: event.change.kind });
    case 'change-approved':
      return told(event.kind === 'RENEWAL' ? PermitRenewed : PermitAmended, whole(state));
    case 'change-rejected':
      return told(PermitChangeRejected, { ...ids(state), requestId: event.requestId, kind: event.kind });
    case 'revoked':
      return told(PermitRevoked, ids(state));
    case 'revocation-appealed':
      return told(PermitRevocationAppealed, ids(state));
    case 'reinstated':
      return told(PermitReinstated, whole(state));
    case 'revocation-upheld':
      return told(PermitRevocationUpheld, ids(state));
    case 'expired':
      return told(PermitExpired, ids(state));
  }
}

const ids = (state: Issued) => ({
  permitId: currentVersion(state).document.id,
  baseId: state.baseId,
  applicationId: state.content.applicationId,
});

function whole(state: Issued) {
  const { organisationId, team, scope, validity, optOut } = state.content;
  const { version } = currentVersion(state).document;
  return {
    ...ids(state),
    version,
    organisationId,
    team: [...team],
    scope,
    validFrom: validity.from,
    validUntil: validity.until,
    ...(optOut && { optOutAsAt: optOut.asAt, optOutException: optOut.exception }),
  };
}
