import { documentOf, type PermitContent, type SignedDocument } from './document.js';
import type { GrantedPermit, Sealing } from './permit.js';

/** The version that takes the place of the one in force: numbered after it, signed, with the time of its issue. */
export function nextVersion(
  { baseId, versions }: GrantedPermit,
  content: PermitContent,
  { now, seal, template }: Sealing & { readonly now: Date },
): { content: PermitContent; signed: SignedDocument } {
  const issue = { baseId, version: versions.length + 1, at: now.toISOString(), template };
  return { content, signed: seal(documentOf(content, issue)) };
}
