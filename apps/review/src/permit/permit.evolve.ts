import type { PermitContent, SignedDocument } from './document.js';
import { noted } from './history.js';
import type { PermitEvent } from './permit.events.js';
import type { GrantedPermit, Issued, Permit, Standing } from './permit.js';

/** How facts change a permit. Nothing here judges: past facts stand. */
export function changed(state: Permit, event: PermitEvent): Permit {
  if (event.type === 'granted') {
    const { baseId, content, signed } = event;
    const first = { baseId, content, versions: [signed], standing: 'GRANTED' as const, history: [] };
    return { ...first, status: 'GRANTED', history: noted(first, event) };
  }
  if (state.status === 'ABSENT') return state;
  const permit = grantOf(state, event);
  switch (event.type) {
    case 'team-amended': {
      const next = replaced(permit, event, 'AMENDED');
      return 'request' in state
        ? { ...next, status: state.status, request: state.request }
        : { ...next, status: 'AMENDED' };
    }
    case 'change-requested': {
      const { by: askedBy, at: askedAt, requestId, change, justification } = event;
      const request = { requestId, askedBy, askedAt, change, justification };
      return { ...permit, status: change.kind === 'RENEWAL' ? 'RENEWAL_REQUESTED' : 'AMENDMENT_REQUESTED', request };
    }
    case 'change-approved': {
      const standing = event.kind === 'RENEWAL' ? 'RENEWED' : 'AMENDED';
      return { ...replaced(permit, event, standing), status: standing };
    }
    case 'change-rejected':
      return { ...permit, status: permit.standing };
    case 'revoked': {
      const { at: revokedAt, by: revokedBy, reasons } = event;
      return { ...permit, status: 'REVOKED', revokedAt, ...(revokedBy && { revokedBy }), reasons };
    }
    case 'expired':
      return { ...permit, status: 'EXPIRED' };
    default:
      return appealed(state, permit, event);
  }
}

type OfAppeal = Extract<PermitEvent, { type: 'revocation-appealed' | 'revocation-upheld' | 'reinstated' }>;

function appealed(state: Issued, permit: GrantedPermit, event: OfAppeal): Permit {
  if (event.type === 'reinstated') return { ...replaced(permit, event, permit.standing), status: permit.standing };
  if (state.status !== 'REVOKED' && state.status !== 'REVOKE_APPEALED') return state;
  const { revokedAt, revokedBy, reasons } = state;
  const revocation = { revokedAt, ...(revokedBy && { revokedBy }), reasons };
  if (event.type === 'revocation-appealed') {
    const appeal = { appealedBy: event.by, appealedAt: event.at, grounds: event.grounds };
    return { ...permit, ...revocation, status: 'REVOKE_APPEALED', appeal };
  }
  return {
    ...permit,
    ...revocation,
    status: 'REVOKED',
    ...('appeal' in state && state.appeal && { appeal: state.appeal }),
  };
}

/** What every later state keeps, with the event noted. */
function grantOf(state: Issued, event: PermitEvent): GrantedPermit {
  const { baseId, content, versions, standing } = state;
  return { baseId, content, versions, standing, history: noted(state, event) };
}

const replaced = (
  permit: GrantedPermit,
  { content, signed }: { content: PermitContent; signed: SignedDocument },
  standing: Standing,
): GrantedPermit => ({ ...permit, content, versions: [...permit.versions, signed], standing });
