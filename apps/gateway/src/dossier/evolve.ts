import { applicationChanges } from './application-changes.js';
import type { Change, Dossier, Happened } from './dossier.js';
import { reviewChanges } from './review-changes.js';
import { workspaceChanges } from './workspace-changes.js';

const changes: ReadonlyMap<string, Change> = new Map([...applicationChanges, ...reviewChanges, ...workspaceChanges]);

/** The dossier after an event; an event that changes nothing of the view leaves it as it was. */
export function evolve(dossier: Dossier, { type, data }: Happened): Dossier {
  const change = changes.get(type);
  return change ? change(dossier, data as never) : dossier;
}
