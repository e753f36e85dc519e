import type { DataOf, EventContract } from '@hub/contracts';
import { contracts } from '@hub/contracts';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** An event as a reaction gets it: its schema has been checked. */
export interface Received<Contract extends EventContract = EventContract> {
  readonly id: string;
  readonly type: Contract['type'];
  /** The id of the aggregate that it happened to, and the version that it made. */
  readonly subject: string;
  readonly version: number;
  readonly time: Date;
  readonly actor: string;
  readonly correlationId: string;
  readonly data: DataOf<Contract>;
}

export interface RawMessage {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>> | undefined;
}

/** No schema accepts this message: a retry cannot help. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

const byType = new Map(contracts.map((contract) => [contract.type, contract]));
const ajv = new Ajv({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const validators = new Map<string, ValidateFunction>();

/** Whether any contract names this type. */
export const isKnown = (type: string | undefined): boolean => type !== undefined && byType.has(type);

/** What an event's data breaks in its contract; nothing when it fits. */
export function violations(type: string, data: unknown): string[] {
  const contract = byType.get(type);
  if (!contract) return [`unknown event type ${type}`];
  let validate = validators.get(type);
  if (!validate) validators.set(type, (validate = ajv.compile(contract.data)));
  if (validate(data)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
}

export function header(message: RawMessage, name: string): string | undefined {
  const value = message.headers?.[name];
  return (Array.isArray(value) ? value[0] : value)?.toString();
}

/** Reads a CloudEvent in binary mode, or says why it cannot be read. */
export function receive(message: RawMessage): Received {
  const type = header(message, 'ce_type') ?? '';
  const id = header(message, 'ce_id');
  if (!id) throw new Unreadable('no ce_id header');
  if (message.value === null) throw new Unreadable('no value');
  const data = parsed(message.value);
  const broken = violations(type, data);
  if (broken.length > 0) throw new Unreadable(broken.join('; '));
  return {
    id,
    type,
    subject: header(message, 'ce_subject') ?? '',
    version: Number(header(message, 'ce_version') ?? 0),
    time: new Date(header(message, 'ce_time') ?? Number.NaN),
    actor: header(message, 'ce_actor') ?? '',
    correlationId: header(message, 'ce_correlationid') ?? id,
    data: data as Received['data'],
  };
}

function parsed(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new Unreadable('the value is not JSON');
  }
}
