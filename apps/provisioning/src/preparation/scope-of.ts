import type { DataScope } from '@hub/contracts';
import type { PermitScope } from './permit-scope.js';
import type { Delivery } from './plan.js';
import { parseTableSchema } from './table-schema.js';

/** A permit's scope as preparation works with it. */
export function scopeOf(permit: string, project: string, scope: DataScope): PermitScope {
  const { population } = scope;
  return {
    permit,
    project,
    tables: scope.datasets.flatMap(({ datasetId, tables }) =>
      tables.map(({ table, columns }) => ({ dataset: datasetId, table, columns })),
    ),
    period: scope.period,
    population:
      population === undefined ? null : { include: [{ ...population, dataset: population.datasetId }], exclude: [] },
  };
}

/** A stored delivery as preparation reads it; its schema was judged when it was registered. */
export function deliveryOf(
  stored: { datasetId: string; table: string; format: 'csv' | 'parquet'; schema: unknown; sha256: string },
  path: string,
): Delivery {
  const parsed = parseTableSchema(stored.schema);
  if (!parsed.ok)
    throw new Error(`the schema of ${stored.datasetId}/${stored.table} was accepted and is no longer valid`);
  const { datasetId: dataset, table, format, sha256 } = stored;
  return { dataset, table, format, schema: parsed.schema, files: [{ path, sha256 }] };
}
