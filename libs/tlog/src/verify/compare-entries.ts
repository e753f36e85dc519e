import { HASH_SIZE } from '../hash.js';
import { TILE_WIDTH } from '../tile.js';
import type { Finding, FindingKind } from './finding.js';
import type { ReadBundle } from './read-log.js';

/** Where a stored entry is not the one that was signed at its place. */
interface Difference {
  readonly kind: FindingKind;
  readonly path: string;
  readonly index: number;
  /** Hash of what is stored there, when something is. */
  readonly found?: string;
}

/** Names each entry that is altered, missing, added or moved, given what the signed root says about every leaf. */
export function compareEntries(bundles: readonly ReadBundle[], leaves: readonly (Uint8Array | undefined)[]): Finding[] {
  const differences = bundles.flatMap((bundle, at) => {
    const expected = leaves[at];
    return expected ? differencesIn(bundle, expected, at * TILE_WIDTH) : [];
  });
  const places = placesOf(new Set(differences.map(({ found }) => found)), leaves);
  return merge(differences.map((difference) => explain(difference, places)));
}

function differencesIn(bundle: ReadBundle, expected: Uint8Array, first: number): Difference[] {
  if (Buffer.compare(bundle.hashes, expected) === 0) return [];
  const { path } = bundle;
  const stored = split(bundle.hashes);
  const signed = split(expected);
  const differences: Difference[] = [];
  let at = 0;
  let place = 0;
  while (place < signed.length && at < stored.length) {
    // Where the file has fewer entries than it should, one that fits later says which were cut out.
    const later = signed.length - place > stored.length - at ? signed.indexOf(stored[at] as string, place) : -1;
    if (stored[at] === signed[place]) {
      at += 1;
      place += 1;
    } else if (later > place) {
      for (; place < later; place += 1) differences.push({ kind: 'entry-missing', path, index: first + place });
    } else if (stored.length - at > signed.length - place && stored[at + 1] === signed[place]) {
      differences.push({ kind: 'entry-added', path, index: first + place });
      at += 1;
    } else {
      differences.push({ kind: 'entry-altered', path, index: first + place, found: stored[at] as string });
      at += 1;
      place += 1;
    }
  }
  // A missing file has been reported as a whole.
  const readable = bundle.complete || stored.length > 0;
  for (; readable && place < signed.length; place += 1) {
    differences.push({ kind: 'entry-missing', path, index: first + place });
  }
  for (; at < stored.length; at += 1) differences.push({ kind: 'entry-added', path, index: first + at });
  return differences;
}

/** Where the signed tree holds the hashes that were found elsewhere. */
function placesOf(found: ReadonlySet<string | undefined>, leaves: readonly (Uint8Array | undefined)[]) {
  const places = new Map<string, number>();
  if (found.size === 0) return places;
  leaves.forEach((tile, index) => {
    if (tile === undefined) return;
    split(tile).forEach((hash, at) => {
      if (found.has(hash)) places.set(hash, index * TILE_WIDTH + at);
    });
  });
  return places;
}

interface Explained extends Difference {
  /** For a moved entry: how far behind its own place it stands. */
  readonly shift?: number;
}

function explain(difference: Difference, places: ReadonlyMap<string, number>): Explained {
  const place = difference.found === undefined ? undefined : places.get(difference.found);
  if (difference.kind !== 'entry-altered' || place === undefined) return difference;
  return { ...difference, kind: 'entry-moved', shift: place - difference.index };
}

/** One finding for a run of entries to which the same happened. */
function merge(differences: readonly Explained[]): Finding[] {
  const runs: Explained[][] = [];
  for (const difference of differences) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.kind === difference.kind && last.index + 1 === difference.index;
    // A shift runs on through the files; anything else is told file by file.
    const continues =
      follows && last.shift === difference.shift && (last.shift !== undefined || last.path === difference.path);
    if (continues) run?.push(difference);
    else runs.push([difference]);
  }
  return runs.map((run) => {
    const first = run[0] as Explained;
    const lastIndex = (run.at(-1) as Explained).index;
    const many = lastIndex > first.index;
    const who = many ? `entries ${first.index} to ${lastIndex}` : `entry ${first.index}`;
    const place = { kind: first.kind, path: first.path, index: first.index };
    return { ...place, ...(many ? { lastIndex } : {}), detail: `${who} ${sentence(first, many)}` };
  });
}

function sentence({ kind, shift = 0, index }: Explained, many: boolean): string {
  switch (kind) {
    case 'entry-missing':
      return many ? 'are missing' : 'is missing';
    case 'entry-added':
      return many ? 'were added' : 'was added';
    case 'entry-moved':
      if (!many) return `holds what was recorded as entry ${index + shift}`;
      return shift > 0
        ? `hold what was recorded ${shift} further on: ${shift} before them were removed`
        : `hold what was recorded ${-shift} before: ${-shift} before them were inserted`;
    default:
      return many ? 'hold other bytes than were recorded' : 'holds other bytes than were recorded';
  }
}

function split(hashes: Uint8Array): string[] {
  const text = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.length).toString('latin1');
  return Array.from({ length: hashes.length / HASH_SIZE }, (_, at) => text.slice(at * HASH_SIZE, (at + 1) * HASH_SIZE));
}
