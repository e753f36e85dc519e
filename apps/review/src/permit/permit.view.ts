import { baseIdOf, permitIdOf } from './document.js';
import { currentVersion, endOf, type Issued } from './permit.js';
import { fingerprintOf } from './seal.js';

/** What the public may know of a version: whether it holds, and a fingerprint to compare a copy with. */
export function verificationOf(id: string, state: Issued, now: Date) {
  const current = currentVersion(state).document;
  const asked = id === baseIdOf(id) ? current.id : id;
  const signed = state.versions.find(({ document }) => document.id === asked);
  if (!signed) return undefined;
  const { validity } = state.content;
  return {
    id: asked,
    status: verdictOn(asked, state, now),
    currentId: current.id,
    validFrom: validity.from,
    validUntil: validity.until,
    sha256: fingerprintOf(signed.document),
    keyId: signed.keyId,
  };
}

/** A revoked permit is revoked in all its versions; the expiry holds from its instant, before the worker records it. */
function verdictOn(asked: string, state: Issued, now: Date): 'VALID' | 'SUPERSEDED' | 'REVOKED' | 'EXPIRED' {
  if (state.status === 'REVOKED') return 'REVOKED';
  if (asked !== currentVersion(state).document.id) return 'SUPERSEDED';
  return state.status === 'EXPIRED' || now > endOf(state.content) ? 'EXPIRED' : 'VALID';
}

/** The signed document for those concerned: its current version, or the one asked for. */
export function viewOf(id: string, state: Issued, beside: { version: number; allowed: readonly string[] }) {
  const { baseId, versions, content } = state;
  const current = currentVersion(state);
  const signed = id === baseId ? current : versions.find(({ document }) => document.id === id);
  if (!signed) return undefined;
  return {
    id: signed.document.id,
    baseId,
    currentId: current.document.id,
    version: beside.version,
    status: state.status,
    caseId: content.caseId,
    applicationId: content.applicationId,
    ...signed,
    versions: versions.map((_, index) => permitIdOf(baseId, index + 1)),
    ...(state.status === 'REVOKED' && { revokedAt: state.revokedAt, reasons: state.reasons }),
    allowed: beside.allowed,
  };
}
