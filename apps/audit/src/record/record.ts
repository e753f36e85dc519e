import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { type Action, actionOf } from './action.js';

/** Longest entry of a tlog-tiles bundle, in bytes. */
const MAX_ENTRY_SIZE = 65_535;
/** Longest identifier that is indexed; Postgres refuses index rows beyond a third of a page. */
const MAX_ID_LENGTH = 200;

/** A message as the broker keeps it. */
export interface ConsumedMessage {
  readonly topic: string;
  readonly partition: number;
  /** Decimal. */
  readonly offset: string;
  /** When the broker took it, UTC milliseconds, decimal. */
  readonly timestamp: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Uint8Array | null;
}

/** Whether a contract accepts the message; if none does, why. */
export type Recognition = { readonly recognised: true } | { readonly recognised: false; readonly reason: string };

/**
 * What an entry says before its data. Personal data never: the actor is a pseudonymous identifier, the data
 * an event's, which carries identifiers only.
 */
export interface EntryFacts {
  readonly schema: 'hub.audit.record.v1';
  readonly eventId: string;
  readonly type: string;
  readonly action: Action;
  /** `unrecognised`: no contract accepts it. `conflicting`: the id was taken by other content. */
  readonly outcome: 'recorded' | 'unrecognised' | 'conflicting';
  readonly reason?: string;
  /** Instants in UTC with milliseconds. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly service: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly actor: { id: string; organisation?: string; roles?: string[]; assurance?: string; onBehalfOf?: string };
  readonly object: { type: string; id: string; version?: number };
  readonly permitId?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** SHA-256 of the message's value as it came, hexadecimal. */
  readonly dataHash: string;
  /** Where the value is not JSON, or too long to be kept here. */
  readonly dataEncoding?: 'base64' | 'omitted';
}

/** A record ready for the log. */
export interface NewRecord {
  readonly facts: EntryFacts;
  /** JSON text that stands as the entry's last member. */
  readonly data: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The bytes that are stored, hashed and served: serialised here and nowhere else. */
  readonly entry: Buffer;
}

/** Makes the record of a message, whatever the message: nothing that was published is left out. */
export function recordOf(message: ConsumedMessage, recognition: Recognition, recordedAt: Date): NewRecord {
  const { headers, value } = message;
  const bytes = value ?? new Uint8Array(0);
  const dataHash = hash('sha256', bytes, 'hex');
  const type = headers.ce_type ?? '';
  const occurredAt = instant(headers.ce_time) ?? new Date(Number(message.timestamp));
  const named = usable(headers.ce_id);
  const json = jsonIn(bytes);
  const facts: EntryFacts = {
    schema: 'hub.audit.record.v1',
    eventId: named ?? nameFor(message, dataHash),
    type: clipped(type),
    action: actionOf(type),
    outcome: recognition.recognised ? 'recorded' : 'unrecognised',
    ...(recognition.recognised ? {} : { reason: recognition.reason.slice(0, 500) }),
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    service: clipped(headers.ce_source?.split('/')[2] ?? message.topic.split('.')[1] ?? ''),
    topic: message.topic,
    partition: message.partition,
    offset: message.offset,
    actor: actorOf(headers),
    object: objectOf(message.topic, headers),
    ...optional('permitId', recognition.recognised ? permitIn(json?.value) : undefined),
    ...optional('correlationId', headers.ce_correlationid),
    ...optional('causationId', headers.ce_causationid),
    ...optional('traceparent', headers.ce_traceparent ?? headers.traceparent),
    dataHash,
  };
  return { occurredAt, recordedAt, ...withData(facts, bytes, json?.text) };
}

/**
 * The same message recorded beside the one that took its id first: an id must not be a way to keep a fact out
 * of the log. The new id follows from the content, so that a repetition is recognised as one.
 */
export function conflicting(record: NewRecord): NewRecord {
  const { facts } = record;
  const content = JSON.stringify([facts.eventId, facts.type, facts.object, facts.dataHash]);
  const changed: EntryFacts = {
    ...facts,
    eventId: `conflict:${hash('sha256', content, 'hex')}`,
    outcome: 'conflicting',
    reason: `another event was recorded before under the id ${facts.eventId}`,
  };
  return { ...record, facts: changed, entry: Buffer.from(serialise(changed, record.data)) };
}

/** Whether two records of one event id are the same event. */
export function sameEvent(one: EntryFacts, other: EntryFacts): boolean {
  return (
    one.dataHash === other.dataHash &&
    one.type === other.type &&
    one.object.id === other.object.id &&
    one.object.version === other.object.version
  );
}

/** Reads an entry's facts back; the data is left as it is. */
export function factsOf(entry: Uint8Array): EntryFacts & { data?: unknown } {
  return JSON.parse(Buffer.from(entry.buffer, entry.byteOffset, entry.length).toString('utf8'));
}

function withData(facts: EntryFacts, bytes: Uint8Array, json: string | undefined) {
  const whole: EntryFacts = json === undefined ? { ...facts, dataEncoding: 'base64' } : facts;
  // The value goes in as it came: its hash can be checked on the entry, and nothing is serialised twice.
  const data = json ?? JSON.stringify(Buffer.from(bytes).toString('base64'));
  const entry = Buffer.from(serialise(whole, data));
  if (entry.length <= MAX_ENTRY_SIZE) return { facts: whole, data, entry };
  const omitted: EntryFacts = { ...facts, dataEncoding: 'omitted' };
  return { facts: omitted, data: 'null', entry: Buffer.from(serialise(omitted, 'null')) };
}

function serialise(facts: EntryFacts, data: string): string {
  return `${JSON.stringify(facts).slice(0, -1)},"data":${data}}`;
}

function actorOf(headers: ConsumedMessage['headers']): EntryFacts['actor'] {
  return {
    id: clipped(headers.ce_actor ?? ''),
    ...optional('organisation', headers.ce_organisation),
    ...(headers.ce_roles ? { roles: clipped(headers.ce_roles).split(',') } : {}),
    ...optional('assurance', headers.ce_assurance),
    ...optional('onBehalfOf', headers.ce_onbehalfof),
  };
}

/** `hub.review.permit.v1` is the topic of objects of the type `review.permit`. */
function objectOf(topic: string, headers: ConsumedMessage['headers']): EntryFacts['object'] {
  const [, service = '', aggregate = ''] = topic.split('.');
  const version = Number(headers.ce_version);
  const counted = headers.ce_version !== undefined && Number.isSafeInteger(version) && version > 0;
  return {
    type: aggregate ? `${service}.${aggregate}` : topic,
    id: clipped(headers.ce_subject ?? ''),
    ...(counted ? { version } : {}),
  };
}

/** Without a usable id of its own, a message is named by where the broker keeps it and what it holds. */
function nameFor({ topic, partition, offset, timestamp }: ConsumedMessage, dataHash: string): string {
  return `unnamed:${hash('sha256', JSON.stringify([topic, partition, offset, timestamp, dataHash]), 'hex')}`;
}

function permitIn(value: unknown): string | undefined {
  const { permitId } = (value ?? {}) as { permitId?: unknown };
  return typeof permitId === 'string' ? permitId : undefined;
}

function usable(id: string | undefined): string | undefined {
  const fits = id !== undefined && id.length > 0 && id.length <= MAX_ID_LENGTH && !id.includes('\0');
  // Our own prefixes are not to be claimed by a message.
  return fits && !/^(conflict|unnamed):/.test(id) ? id : undefined;
}

/** Postgres text holds no NUL, and its index rows are bounded. */
function clipped(text: string): string {
  return text.replaceAll('\0', '\uFFFD').slice(0, MAX_ID_LENGTH);
}

function optional<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  return (value ? { [name]: clipped(value) } : {}) as { [key in Name]?: string };
}

function instant(text: string | undefined): Date | undefined {
  const date = new Date(text ?? Number.NaN);
  const year = date.getUTCFullYear();
  return year > 1900 && year < 10_000 ? date : undefined;
}

/** The value as JSON text, where it is that and comes back as the same bytes. */
function jsonIn(bytes: Uint8Array): { text: string; value: unknown } | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
