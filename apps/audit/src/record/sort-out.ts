import { conflicting, type EntryFacts, type NewRecord, sameEvent } from './record.js';

/** Records by whether the log has them. */
export interface SortedOut {
  /** To append, in order, each event id once. */
  readonly fresh: readonly NewRecord[];
  readonly duplicates: number;
  /** Under an id that other content took: to be sorted out again under their own. */
  readonly conflicting: readonly NewRecord[];
}

/**
 * Separates what is new from what came again.
 *
 * @param known what the log holds under the batch's event ids
 */
export function sortOut(records: readonly NewRecord[], known: ReadonlyMap<string, EntryFacts>): SortedOut {
  const taken = new Map(known);
  const fresh: NewRecord[] = [];
  const conflicts: NewRecord[] = [];
  let duplicates = 0;
  for (const record of records) {
    const first = taken.get(record.facts.eventId);
    if (first === undefined) {
      taken.set(record.facts.eventId, record.facts);
      fresh.push(record);
    } else if (sameEvent(first, record.facts)) {
      duplicates += 1;
    } else {
      conflicts.push(conflicting(record));
    }
  }
  return { fresh, duplicates, conflicting: conflicts };
}
