import type { StoredRecord } from '../log/records.store.js';

/**
 * A record as JSON, its entry as stored: parsing and writing it again could change bytes, and those are what the
 * log vouches for.
 */
export function recordJson({ index, entry }: StoredRecord): string {
  return `{"index":${index},"record":${entry.toString('utf8')}}`;
}

/** A page of records; `next` is what to send as `after`, absent when there are no more. */
export function pageJson(records: readonly StoredRecord[], limit: number): string {
  const next = records.length === limit ? `,"next":${records.at(-1)?.index}` : '';
  return `{"records":[${records.map(recordJson).join(',')}]${next}}`;
}

/** One event of a stream; its id is the log index. JSON holds no raw newline that would break the frame. */
export function streamEvent({ index, entry }: StoredRecord): string {
  return `id: ${index}\nevent: record\ndata: ${recordJson({ index, entry }).replaceAll(/[\r\n]+/g, ' ')}\n\n`;
}

/**
 * Where a stream goes on, from the `Last-Event-ID` header or else the query.
 *
 * @returns the first index to send, or undefined when the header is no index
 */
export function startOfStream(lastEventId: string | undefined, after: number): number | undefined {
  if (lastEventId === undefined || lastEventId === '') return after + 1;
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) + 1 : undefined;
}
