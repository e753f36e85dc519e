import type { SignedDocument } from './document.js';
import { codeOf, effectsOf } from './history.js';
import { currentVersion, type Issued, standingOf } from './permit.js';
import { baseIdOf, partsOf } from './permit-id.js';
import { fingerprintOf } from './seal.js';
import { endOf } from './validity.js';

/** What the public may know of a version: whether it holds, and a fingerprint to compare a copy with. */
export function verificationOf(id: string, state: Issued, now: Date) {
  const current = currentVersion(state).document;
  const signed = versionOf(id, state);
  if (!signed) return undefined;
  const { id: asked, validity } = signed.document;
  return {
    id: asked,
    status: verdictOn(asked, state, now),
    currentId: current.id,
    replaces: signed.document.replaces,
    authorityCode: partsOf(asked)?.authorityCode ?? null,
    validFrom: validity.from,
    validUntil: validity.until,
    sha256: fingerprintOf(signed.document),
    keyId: signed.keyId,
  };
}

/** What the public may know of a permit as a whole: of its latest version, and of nobody. */
export function statusOf(state: Issued, now: Date) {
  const { document, keyId } = currentVersion(state);
  const { id, baseId, version, issuedAt, validity } = document;
  const expired = standingOf(state) !== 'REVOKED' && now > endOf(state.content);
  return {
    ...{ baseId, id, version, issuedAt, keyId, sha256: fingerprintOf(document) },
    ...{ status: expired ? ('EXPIRED' as const) : standingOf(state) },
    ...{ validFrom: validity.from, validUntil: validity.until },
  };
}

/** A version of the permit by its id; by the base id the latest one. */
export const versionOf = (id: string, state: Issued): SignedDocument | undefined =>
  id === baseIdOf(id) ? currentVersion(state) : state.versions.find(({ document }) => document.id === id);

/** A revoked permit is revoked in all its versions; the expiry holds from its instant, before the worker records it. */
function verdictOn(asked: string, state: Issued, now: Date): 'VALID' | 'SUPERSEDED' | 'REVOKED' | 'EXPIRED' {
  if (standingOf(state) === 'REVOKED') return 'REVOKED';
  if (asked !== currentVersion(state).document.id) return 'SUPERSEDED';
  return state.status === 'EXPIRED' || now > endOf(state.content) ? 'EXPIRED' : 'VALID';
}

/** The signed document for those concerned: its current version, or the one asked for. */
export function viewOf(id: string, state: Issued, beside: { version: number; allowed: readonly string[] }) {
  const { baseId, content } = state;
  const signed = versionOf(id, state);
  if (!signed) return undefined;
  return {
    id: signed.document.id,
    baseId,
    currentId: currentVersion(state).document.id,
    version: beside.version,
    status: state.status,
    code: codeOf(state),
    caseId: content.caseId,
    applicationId: content.applicationId,
    ...signed,
    versions: state.versions.map(({ document }) => document.id),
    effects: effectsOf(state),
    history: state.history,
    ...('request' in state && { request: state.request }),
    ...('revokedAt' in state && { revokedAt: state.revokedAt, reasons: state.reasons }),
    ...('appeal' in state && state.appeal && { appeal: state.appeal }),
    allowed: beside.allowed,
  };
}
