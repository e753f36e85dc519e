import { join } from 'node:path';
import type { CommandsOfService } from '@hub/testkit';
import { describeDataset } from '../../src/dataset/describe-dataset.js';
import { publishDataset } from '../../src/dataset/publish-dataset.js';
import { datasetSlices } from '../../src/dataset/slices.js';
import { withdrawDataset } from '../../src/dataset/withdraw-dataset.js';

/** Two of the holder's people give each of these at once, in the order in which one dataset meets them. */
export const deciding = [
  [describeDataset, 'PATCH', '', (who: string) => ({ title: { fr: `Registre de ${who}` } })],
  [publishDataset, 'POST', '/publication', () => undefined],
  [withdrawDataset, 'DELETE', '', () => undefined],
] as const;

export const commands: CommandsOfService = {
  source: join(import.meta.dirname, '../../../src'),
  aggregates: [datasetSlices],
  contested: deciding.map(([command]) => command),
  uncontested: [],
};
