import { applicationEntries } from './application-entries.js';
import type { Happened } from './dossier.js';
import type { Entry, Told } from './entry.js';
import { permitEntries } from './permit-entries.js';
import { reviewEntries } from './review-entries.js';
import { workspaceEntries } from './workspace-entries.js';

/** Events that are not listed change the dossier at most; they are nothing to tell. */
const timeline = new Map<string, Told[1]>([
  ...applicationEntries,
  ...reviewEntries,
  ...permitEntries,
  ...workspaceEntries,
]);

/** What the timeline says of an event, if anything. */
export function entryOf({ type, data, time }: Happened, actor: string): Entry | undefined {
  const told = timeline.get(type);
  const sentence = told?.sentence(data as never);
  if (!told || !sentence) return undefined;
  const [en, fr] = sentence;
  const service = /^service:(.+)$/.exec(actor)?.[1];
  return { at: time.toISOString(), type, actor: service ?? told.by, en, fr };
}
