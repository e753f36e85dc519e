import { isPublishable } from '../description/completeness.js';
import { tooLargeToAnnounce } from './announced-size.js';
import { datasetSlice } from './dataset.js';
import { incomplete } from './incomplete.js';

/** Show a dataset to everybody: only with every property that its access right makes mandatory. */
export const publishDataset = datasetSlice<Record<never, never>, 'draft' | 'withdrawn'>({
  name: 'publish-dataset',
  by: ['holder'],
  in: ['draft', 'withdrawn'],
  decide: (_command, { description, findings }) => {
    if (!isPublishable(findings)) return incomplete(findings);
    return tooLargeToAnnounce(description) ?? [{ type: 'dataset-published' }];
  },
});
