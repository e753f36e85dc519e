import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const on = eventsOn('hub.provisioning.delivery.v1');
const ids = { deliveryId: Id, datasetId: Id, table: Type.String({ minLength: 1 }) };
const sample = { deliveryId: '0197a3c0-0000-7000-8000-000000000020', datasetId: 'snds-dcir', table: 'ER_PRS_F' };
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const DeliveryRegistered = on(
  'provisioning.delivery.registered.v1',
  'A holder announced a file for one table of a dataset, with the Table Schema that it keeps.',
  { ...ids, organisationId: Id, format: Type.Union([Type.Literal('csv'), Type.Literal('parquet')]) },
  { ...sample, organisationId: 'cnam', format: 'parquet' },
);
export const DeliveryReceived = on(
  'provisioning.delivery.received.v1',
  'The whole file arrived and is bound by its hash; it is in no workspace yet.',
  { ...ids, sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) },
  { ...sample, sha256: '0'.repeat(64), bytes: 1_048_576 },
);

export const deliveryEvents = [DeliveryRegistered, DeliveryReceived] as const;
