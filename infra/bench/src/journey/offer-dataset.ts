import { DatasetPublished } from '@hub/contracts';
import type { Setting } from '../bench.js';
import { publisher } from '../hub/events.js';
import type { BenchHub } from '../hub/start-hub.js';
import type { People } from '../load/people.js';
import { eventually } from '../statistics.js';
import { access, dataset } from './access.js';

/** The catalogue's announcement of a dataset, and the proof that it has arrived: the first access. */
export async function offerDataset(hub: BenchHub, people: People, { cleanUp }: Setting): Promise<void> {
  const publish = await publisher(hub.run.brokers, cleanUp);
  const { id, holderId, table, columns } = dataset;
  const tables = [{ name: table, columns, personalKeys: ['BEN_IDT_ANO'] }];
  await publish(DatasetPublished, id, { datasetId: id, holderId, version: 1, accessRight: 'NON_PUBLIC', tables });
  await eventually('an access', () =>
    access(people).catch((error: Error) =>
      error.message.includes('not-in-catalogue') ? undefined : Promise.reject(error),
    ),
  );
}
