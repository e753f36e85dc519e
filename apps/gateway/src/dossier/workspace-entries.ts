import * as contract from '@hub/contracts';
import { type Told, tells } from './entry.js';

/** What a timeline tells of a workspace. */
export const workspaceEntries: readonly Told[] = [
  tells(contract.WorkspaceRequested, 'workspace_engineer', () => [
    'A workspace was requested.',
    'Un espace de travail a été demandé.',
  ]),
  tells(contract.WorkspaceDeliveriesAwaited, 'workspace_engineer', () => [
    'The workspace waits for data of the holders.',
    "L'espace de travail attend les données des détenteurs.",
  ]),
  tells(contract.WorkspacePreparationStarted, 'workspace_engineer', () => [
    'The data is being prepared.',
    'Les données sont en préparation.',
  ]),
  tells(contract.WorkspaceActivated, 'workspace_engineer', () => [
    'The workspace is open.',
    "L'espace de travail est ouvert.",
  ]),
  tells(contract.WorkspaceFailed, 'workspace_engineer', () => [
    'The preparation of the data failed; it can be tried again.',
    'La préparation des données a échoué ; elle peut être relancée.',
  ]),
  tells(contract.WorkspacePermitFollowed, 'workspace_engineer', () => [
    'The workspace follows the new version of the permit.',
    "L'espace de travail suit la nouvelle version du permis.",
  ]),
  tells(contract.WorkspaceAccessEnded, 'security_officer', () => [
    'A member lost access: their mandate ended.',
    "Un membre a perdu l'accès : son mandat a pris fin.",
  ]),
  tells(contract.WorkspaceAccessRestored, 'security_officer', () => [
    'A member may work again.',
    "Un membre a retrouvé l'accès.",
  ]),
  tells(contract.WorkspaceSuspended, 'security_officer', () => [
    'The workspace was suspended.',
    "L'espace de travail a été suspendu.",
  ]),
  tells(contract.WorkspaceResumed, 'security_officer', () => [
    'The workspace was opened again.',
    "L'espace de travail a été rouvert.",
  ]),
  tells(contract.WorkspaceLocked, 'workspace_engineer', () => [
    'The workspace was locked.',
    "L'espace de travail a été verrouillé.",
  ]),
  tells(contract.WorkspacePurged, 'workspace_engineer', () => [
    'The data of the workspace was deleted.',
    "Les données de l'espace de travail ont été supprimées.",
  ]),
];
