import { createHash } from 'node:crypto';
import type { PreparedData } from '../workspace/workspace.js';
import type { Manifest } from './manifest.js';

/** What a workspace keeps of a preparation, bound by the manifest's own hash. */
export function preparedData(manifest: Manifest): PreparedData {
  return {
    manifestSha256: createHash('sha256').update(JSON.stringify(manifest)).digest('hex'),
    tables: manifest.tables.map(({ dataset, table, file, rows, sha256, columns }) => ({
      dataset,
      table,
      file,
      rows,
      sha256,
      columns,
    })),
    persons: manifest.persons,
    optOuts: manifest.optOuts,
  };
}
