import { PermitAmended, PermitExpired, PermitGranted, PermitRevoked, told } from '@hub/contracts';
import { currentVersion, type Issued, type Permit, type PermitEvent } from './permit.js';

/** What others are told: the permitted data and people, since they act on it; reasons stay here. */
export function published(event: PermitEvent, state: Permit) {
  if (state.status === 'ABSENT') throw new Error('nothing to publish of a permit that was never granted');
  switch (event.type) {
    case 'granted':
      return told(PermitGranted, whole(state));
    case 'team-amended':
      return told(PermitAmended, whole(state));
    case 'revoked':
      return told(PermitRevoked, ids(state));
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
  const { organisationId, team, scope, validity } = state.content;
  const { version } = currentVersion(state).document;
  return {
    ...ids(state),
    version,
    organisationId,
    team: [...team],
    scope,
    validFrom: validity.from,
    validUntil: validity.until,
  };
}
