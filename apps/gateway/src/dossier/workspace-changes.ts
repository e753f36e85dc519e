import * as contract from '@hub/contracts';
import { type Change, type Dossier, on, type WorkspaceInDossier } from './dossier.js';

export const workspaceChanges: readonly (readonly [string, Change])[] = [
  on(contract.WorkspaceRequested, becomes('REQUESTED')),
  on(contract.WorkspaceDeliveriesAwaited, becomes('AWAITING_DELIVERIES')),
  on(contract.WorkspacePreparationStarted, becomes('PREPARING')),
  on(contract.WorkspaceActivated, becomes('ACTIVE')),
  on(contract.WorkspaceFailed, becomes('FAILED')),
  on(contract.WorkspaceSuspended, becomes('SUSPENDED')),
  on(contract.WorkspaceResumed, becomes('ACTIVE')),
  on(contract.WorkspaceLocked, becomes('LOCKED')),
  on(contract.WorkspacePurged, becomes('PURGED')),
];

function becomes(status: string) {
  return ({ workspaces }: Dossier, { workspaceId }: { readonly workspaceId: string }) => ({
    workspaces: withStatus(workspaces, workspaceId, status),
  });
}

const withStatus = (
  workspaces: readonly WorkspaceInDossier[],
  workspaceId: string,
  status: string,
): WorkspaceInDossier[] => [
  ...workspaces.filter((workspace) => workspace.workspaceId !== workspaceId),
  { workspaceId, status },
];
