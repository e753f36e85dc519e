import type { Actor } from '@hub/decider';
import { hasContent, isMember, type Workspace, workingMembers } from './workspace.js';
import { dataOf } from './workspace-evolve.js';

/** What the API shows of a workspace. Only members see what the tables hold; nobody here sees rows. */
export function viewOf(id: string, version: number, state: Workspace, actor: Actor, allowed: readonly string[]) {
  if (!hasContent(state)) return { id, version, status: state.status, allowed };
  const { permission } = state;
  const data = dataOf(state);
  return {
    id,
    version,
    status: state.status,
    applicationId: permission.applicationId,
    permitId: permission.permitId,
    validFrom: permission.validFrom,
    validUntil: permission.validUntil,
    members: workingMembers(state),
    ...(state.status === 'REQUESTED' && { missing: state.missing }),
    ...(state.status === 'FAILED' && { reasons: state.reasons }),
    ...(state.status === 'LOCKED' && { cause: state.cause }),
    ...(state.status === 'PURGED' && { certificate: { manifestSha256: state.manifestSha256, files: state.files } }),
    ...(data && { manifestSha256: data.manifestSha256, rows: data.tables.reduce((sum, { rows }) => sum + rows, 0) }),
    ...(data?.optOuts && { optOuts: data.optOuts }),
    ...(data && isMember(state, actor) && { tables: data.tables }),
    allowed,
  };
}
