import { hash } from 'node:crypto';
import type { TopicCounts } from '../log/head.js';
import { type EntryFacts, factsOf } from '../record/record.js';
import { objectKey } from '../record/version-gaps.js';

const DATA_MEMBER = ',"data":';
/** Missing versions remembered of one object. */
const MISSING_LIMIT = 1_000;

/** Something about what the log says, though every byte may be as signed. */
export interface Remark {
  readonly index?: number;
  readonly detail: string;
}

interface Versions {
  highest: number;
  missing: Set<number>;
}

/**
 * Reads entries in the order of the log for what a Merkle tree cannot show: an event recorded twice, data that
 * does not fit its hash, versions that never came, and counts other than those signed.
 */
export class Contents {
  readonly remarks: Remark[] = [];
  private readonly events = new Set<string>();
  private readonly objects = new Map<string, Versions>();
  private readonly counts = new Map<string, number>();

  readonly visit = (entry: Uint8Array, index: number): void => {
    let facts: EntryFacts;
    try {
      facts = factsOf(entry);
    } catch {
      this.remark('is not JSON', index);
      return;
    }
    if (this.events.has(facts.eventId)) this.remark(`repeats the event ${facts.eventId}`, index);
    this.events.add(facts.eventId);
    this.counts.set(facts.topic, (this.counts.get(facts.topic) ?? 0) + 1);
    if (!dataFits(entry, facts)) this.remark('holds data that does not fit its data hash', index);
    this.follow(facts.object, index);
  };

  /** Closes the reading: compares with what the signed head counts, and names what never came. */
  conclude(signed: TopicCounts): readonly Remark[] {
    for (const topic of new Set([...Object.keys(signed), ...this.counts.keys()])) {
      const [there, said] = [this.counts.get(topic) ?? 0, signed[topic] ?? 0];
      if (there !== said)
        this.remarks.push({ detail: `${topic}: ${there} records, but the signed head counts ${said}` });
    }
    for (const [object, { missing }] of this.objects) {
      if (missing.size === 0) continue;
      const versions = [...missing]
        .sort((one, other) => one - other)
        .slice(0, 10)
        .join(', ');
      this.remarks.push({
        detail: `${object}: ${missing.size} versions were never recorded: ${versions}${missing.size > 10 ? ', …' : ''}`,
      });
    }
    return this.remarks;
  }

  private follow({ type, id, version }: EntryFacts['object'], index: number): void {
    if (version === undefined || id === '') return;
    const key = objectKey(type, id);
    const versions = this.objects.get(key) ?? { highest: 0, missing: new Set<number>() };
    this.objects.set(key, versions);
    if (version <= versions.highest) {
      if (!versions.missing.delete(version)) this.remark(`repeats version ${version} of ${key}`, index);
      return;
    }
    const last = Math.min(version, versions.highest + 1 + MISSING_LIMIT);
    for (let missing = versions.highest + 1; missing < last; missing += 1) versions.missing.add(missing);
    versions.highest = version;
  }

  private remark(what: string, index: number): void {
    this.remarks.push({ index, detail: `entry ${index} ${what}` });
  }
}

/** The data stands in the entry as it came, as the last member: its hash can be checked on the bytes. */
function dataFits(entry: Uint8Array, { dataEncoding, dataHash }: EntryFacts): boolean {
  if (dataEncoding === 'omitted') return true;
  const bytes = Buffer.from(entry.buffer, entry.byteOffset, entry.length);
  // Inside a JSON string the quotes would be escaped, so the first such bytes are the member itself.
  const data = bytes.subarray(bytes.indexOf(DATA_MEMBER) + DATA_MEMBER.length, -1);
  const value = dataEncoding === 'base64' ? Buffer.from(JSON.parse(data.toString('utf8')), 'base64') : data;
  return hash('sha256', value, 'hex') === dataHash;
}
