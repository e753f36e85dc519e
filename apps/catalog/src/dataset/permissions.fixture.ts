import { everybody, type Permissions } from '@hub/testkit/permissions';
import { emptyDescription } from '../description/empty-description.js';
import { type Dataset, type DatasetEvent, type DatasetRelation, datasets } from './dataset.js';
import { identityOf } from './identity.js';
import { datasetSlices } from './slices.js';

const described: DatasetEvent = {
  ...{
    type: 'dataset-described',
    holderId: 'chu',
    description: emptyDescription('d-1'),
    findings: [],
    contentKey: 'k',
  },
};
const published: DatasetEvent = { type: 'dataset-published' };
const withdrawn: DatasetEvent = { type: 'dataset-withdrawn' };

/** Of the holder's staff, with a mandate for one dataset. */
const limitedTo = (identifier: string) => ({
  ...{ kind: 'person' as const, id: identifier, organisation: 'chu', roles: [], assurance: 'substantial' },
  scoped: [{ role: 'data_holder', scope: [identityOf('dataset', 'chu', identifier)] }],
});

export const datasetPermissions: Permissions<Dataset, DatasetEvent, DatasetRelation> = {
  aggregate: datasets,
  commands: datasetSlices,
  histories: {
    absent: [],
    draft: [described],
    published: [described, published],
    withdrawn: {
      'once public': [described, published, withdrawn],
      'never public': [described, withdrawn],
    },
  },
  people: {
    'holder’s staff for this dataset': limitedTo('d-1'),
    'holder’s staff for another dataset': limitedTo('d-2'),
    ...everybody('chu', 'cnam'),
  },
  own: 'the organisation that holds the data',
};
