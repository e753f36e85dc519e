import { datasetSlice } from './dataset.js';

/** Take a dataset out of the catalogue. Nothing is deleted: permits refer to it, and it can be published again. */
export const withdrawDataset = datasetSlice<Record<never, never>, 'draft' | 'published'>({
  name: 'withdraw-dataset',
  by: ['holder'],
  in: ['draft', 'published'],
  decide: () => [{ type: 'dataset-withdrawn' }],
});
