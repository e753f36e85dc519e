import { Clock, hasRole, Ids, type Person } from '@hub/decider';
import { AggregateStore, Journal, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { deliveryCommands } from './deliver.js';
import { type DeliveryEvent, type DeliveryRelation, type DeliveryState, delivery } from './delivery.js';
import { publishedDelivery } from './delivery.published.js';

/** The latest file of a table, as preparation needs it. */
export interface LatestDelivery {
  readonly id: string;
  readonly datasetId: string;
  readonly table: string;
  readonly format: 'csv' | 'parquet';
  readonly schema: unknown;
  readonly sha256: string;
}

export interface DeliveryRow extends Omit<LatestDelivery, 'schema' | 'sha256'> {
  readonly version: number;
  readonly status: DeliveryState['status'];
  readonly sha256: string | null;
  readonly bytes: number | null;
}

@Injectable()
export class DeliveryStore extends AggregateStore<DeliveryState, DeliveryEvent, DeliveryRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      { aggregate: delivery, slices: deliveryCommands, published: publishedDelivery, views: row },
    );
  }

  /** Those of the person's organisation, or all for who prepares workspaces. */
  async list(person: Person): Promise<DeliveryRow[]> {
    const all = hasRole(person, 'workspace_engineer', 'auditor');
    const { rows } = await this.journal.database.query<DeliveryRow & Record<string, unknown>>(
      'delivery_list',
      `SELECT id, version, status, dataset_id AS "datasetId", table_name AS "table", format, sha256, bytes::float8 AS bytes
       FROM delivery WHERE $2::boolean OR organisation_id = $1 ORDER BY updated_at DESC LIMIT 500`,
      [person.organisation, all],
    );
    return rows;
  }

  /** The latest received file of each table of these datasets. */
  async latest(datasetIds: readonly string[]): Promise<LatestDelivery[]> {
    const { rows } = await this.journal.database.query<LatestDelivery & Record<string, unknown>>(
      'delivery_latest',
      `SELECT DISTINCT ON (dataset_id, table_name) id, dataset_id AS "datasetId", table_name AS "table", format, schema, sha256
       FROM delivery WHERE status = 'RECEIVED' AND dataset_id = ANY($1::text[]) ORDER BY dataset_id, table_name, updated_at DESC, id DESC`,
      [datasetIds],
    );
    return rows;
  }
}

function row({ id, state, version, at }: ViewInput<DeliveryState, DeliveryEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  const received = state.status === 'RECEIVED' ? state : { sha256: null, bytes: null };
  return [
    {
      text: `INSERT INTO delivery (id, version, status, dataset_id, table_name, organisation_id, format, schema, sha256, bytes, updated_at)
        VALUES ($1, $2::integer, $3, $4, $5, $6, $7, $8::jsonb, $9, $10::bigint, $11::timestamptz)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, sha256 = excluded.sha256,
          bytes = excluded.bytes, updated_at = excluded.updated_at`,
      values: [
        id,
        version,
        state.status,
        state.datasetId,
        state.table,
        state.organisationId,
        state.format,
        JSON.stringify(state.schema),
        received.sha256,
        received.bytes,
        at.toISOString(),
      ],
    },
  ];
}
