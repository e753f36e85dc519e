import type { EntryFacts } from './record.js';

/**
 * Versions of an object that no record carries although a later one does. A Merkle tree shows that nothing was
 * taken out of the log; a gap shows that something never came in.
 */
export interface VersionGap {
  readonly objectType: string;
  readonly objectId: string;
  readonly first: number;
  readonly last: number;
}

/** An object at a version, as a record carries it. */
export type ObjectVersion = EntryFacts['object'];

/** Names an object in a map. */
export const objectKey = (type: string, id: string): string => `${type}/${id}`;

/** The objects of a batch whose latest version must be known: not those that begin in it, nor those known already. */
export function versionsToLookUp(batch: readonly EntryFacts[], known: ReadonlyMap<string, number>): ObjectVersion[] {
  const first = new Map<string, ObjectVersion>();
  for (const { object } of batch) {
    const key = objectKey(object.type, object.id);
    if (object.version !== undefined && object.id !== '' && !first.has(key) && !known.has(key)) first.set(key, object);
  }
  return [...first.values()].filter(({ version }) => version !== 1);
}

/**
 * Finds the versions that a batch skips.
 *
 * @param latest highest version in the log, by `objectKey`, before the batch; raised to what it is after
 */
export function gapsIn(batch: readonly EntryFacts[], latest: Map<string, number>): VersionGap[] {
  const gaps: VersionGap[] = [];
  for (const { object } of batch) {
    if (object.version === undefined || object.id === '') continue;
    const key = objectKey(object.type, object.id);
    const before = latest.get(key) ?? 0;
    if (object.version > before + 1) {
      gaps.push({ objectType: object.type, objectId: object.id, first: before + 1, last: object.version - 1 });
    }
    if (object.version > before) latest.set(key, object.version);
  }
  return gaps;
}
