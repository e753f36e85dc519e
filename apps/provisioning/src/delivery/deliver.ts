import { type Context, firstRefusal, hasRole, type Person, type Refusal, refuse } from '@hub/decider';
import { identifyingColumns, parseTableSchema } from '../preparation/table-schema.js';
import type { RefusalCode } from '../refusals.js';
import { type Announced, deliverySlice } from './delivery.js';

/** What the catalogue says of the dataset, if it knows it. */
export interface DatasetFacts {
  readonly holderId: string | null;
  /** Columns of the table that identify a person. */
  readonly personalKeys: readonly string[];
}

/** A holder announces a file; the schema must already say everything that identifies a person. */
export const register = deliverySlice({
  name: 'register',
  by: ['deliverer'],
  in: ['ABSENT'],
  decide(command: Announced, _state, { actor, holderId, personalKeys }: Context & DatasetFacts) {
    const person = actor as Person;
    const refusal = firstRefusal(
      isHeldBy(person, command, holderId),
      schemaIsSound(command),
      identifiersAreStated(command, personalKeys),
    );
    return refusal ?? [{ type: 'registered', ...command, organisationId: person.organisation, personId: person.id }];
  },
});

export interface Received {
  readonly sha256: string;
  readonly bytes: number;
  /** The SHA-256 that the sender announced, if any. */
  readonly announced?: string | undefined;
}

/** The whole file has arrived. */
export const receive = deliverySlice({
  name: 'receive',
  by: ['holder', 'engineer'],
  in: ['AWAITING_FILE'],
  decide({ sha256, bytes, announced }: Received) {
    if (bytes === 0) return refuse('file-empty');
    if (announced !== undefined && announced !== sha256) return refuse('file-differs');
    return [{ type: 'received', sha256, bytes }];
  },
});

export const deliveryCommands = [register, receive] as const;

function isHeldBy(person: Person, { datasetId }: Announced, holderId: string | null): Refusal<RefusalCode> | undefined {
  if (hasRole(person, 'workspace_engineer') || holderId === person.organisation) return undefined;
  return refuse('dataset-not-yours', { datasetId });
}

function schemaIsSound({ schema }: Announced): Refusal<RefusalCode> | undefined {
  const parsed = parseTableSchema(schema);
  return parsed.ok ? undefined : refuse('schema-invalid', { reasons: parsed.reasons });
}

/** The catalogue and the delivery must agree on what identifies a person; the stricter one wins. */
function identifiersAreStated(
  { schema }: Announced,
  personalKeys: readonly string[],
): Refusal<RefusalCode> | undefined {
  const parsed = parseTableSchema(schema);
  if (!parsed.ok) return undefined;
  const stated = identifyingColumns(parsed.schema);
  const open = personalKeys.filter(
    (column) => parsed.schema.fields.some(({ name }) => name === column) && !stated.has(column),
  );
  return open.length > 0 ? refuse('identifying-columns-open', { columns: open }) : undefined;
}
