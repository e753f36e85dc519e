import { contracts } from '@hub/contracts';
import type { ConsumedMessage, Recognition } from '../record/record.js';

const topicOf = new Map(contracts.map(({ type, topic }) => [type, topic]));

/** What an event's data breaks in its contract; nothing when it fits. */
export type Violations = (type: string, data: unknown) => readonly string[];

/** Whether a contract accepts the message: its type on its topic, with data that fits. */
export function recognise({ topic, headers, value }: ConsumedMessage, violations: Violations): Recognition {
  const { ce_id: id, ce_type: type } = headers;
  if (!id) return no('no ce_id header');
  if (!type) return no('no ce_type header');
  if (value === null) return no('no value');
  const expected = topicOf.get(type);
  if (expected !== undefined && expected !== topic) return no(`${type} belongs on ${expected}`);
  const broken = violations(type, parsed(value));
  return broken.length === 0 ? { recognised: true } : no(broken.join('; '));
}

const no = (reason: string): Recognition => ({ recognised: false, reason });

function parsed(value: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(value.buffer, value.byteOffset, value.length).toString('utf8'));
  } catch {
    return undefined;
  }
}
