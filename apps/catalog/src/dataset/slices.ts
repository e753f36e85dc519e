import { describeDataset } from './describe-dataset.js';
import { publishDataset } from './publish-dataset.js';
import { withdrawDataset } from './withdraw-dataset.js';

/** Every command on a dataset. */
export const datasetSlices = [describeDataset, publishDataset, withdrawDataset] as const;
