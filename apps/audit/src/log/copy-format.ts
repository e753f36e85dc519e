import type { NewRecord } from '../record/record.js';

/** The columns in the order of {@link encodeRows}. */
export const COPY_RECORDS = `COPY record (index, event_id, type, actor, object_type, object_id, version, occurred_at, recorded_at, entry)
  FROM STDIN (FORMAT binary)`;

/** `PGCOPY\n\377\r\n\0`, flags, no header extension (Postgres manual, COPY, Binary Format). */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const COLUMNS = 10;
/** Postgres counts microseconds from 2000-01-01. */
const POSTGRES_EPOCH_MS = 946_684_800_000;

/**
 * Rows in Postgres's binary COPY format: no escaping, and the entry's bytes go through as they are.
 *
 * @param first log index of the first row
 */
export function encodeRows(records: readonly NewRecord[], first: number): Buffer {
  const rows = new RowWriter(records.reduce((sum, { entry }) => sum + entry.length + 400, 64));
  rows.bytes(HEADER);
  records.forEach((record, at) => {
    const { facts } = record;
    rows.int16(COLUMNS);
    rows.bigint(first + at);
    rows.text(facts.eventId);
    rows.text(facts.type);
    rows.text(facts.actor.id);
    rows.text(facts.object.type);
    rows.text(facts.object.id);
    if (facts.object.version === undefined) rows.int32(-1);
    else rows.bigint(facts.object.version);
    rows.instant(record.occurredAt);
    rows.instant(record.recordedAt);
    rows.value(record.entry);
  });
  rows.int16(-1);
  return rows.written();
}

/** A buffer that grows. */
class RowWriter {
  private buffer: Buffer;
  private at = 0;

  constructor(expected: number) {
    this.buffer = Buffer.allocUnsafe(expected);
  }

  int16(value: number): void {
    this.reserve(2);
    this.at = this.buffer.writeInt16BE(value, this.at);
  }

  int32(value: number): void {
    this.reserve(4);
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  bigint(value: number): void {
    this.int32(8);
    this.int64(value);
  }

  instant(value: Date): void {
    this.int32(8);
    // Beyond 2^53 microseconds the seconds' fraction would be lost; records stay far below.
    this.int64((value.getTime() - POSTGRES_EPOCH_MS) * 1000);
  }

  text(value: string): void {
    this.reserve(4 + value.length * 3);
    const length = this.buffer.write(value, this.at + 4, 'utf8');
    this.buffer.writeInt32BE(length, this.at);
    this.at += 4 + length;
  }

  value(value: Uint8Array): void {
    this.int32(value.length);
    this.bytes(value);
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.at);
    this.at += value.length;
  }

  written(): Buffer {
    return this.buffer.subarray(0, this.at);
  }

  private int64(value: number): void {
    this.reserve(8);
    this.at = this.buffer.writeBigInt64BE(BigInt(value), this.at);
  }

  private reserve(size: number): void {
    if (this.at + size <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + size));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}
