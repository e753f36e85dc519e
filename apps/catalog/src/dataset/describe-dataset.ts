import { refuse } from '@hub/decider';
import { isPublishable } from '../description/completeness.js';
import type { DatasetDescription } from '../description/dataset-description.js';
import type { Finding } from '../description/finding.js';
import { tooLargeToAnnounce } from './announced-size.js';
import { datasetSlice } from './dataset.js';
import { incomplete } from './incomplete.js';

export interface DescribeDataset {
  readonly description: DatasetDescription;
  /** What reading and completeness found. */
  readonly findings: readonly Finding[];
  readonly contentKey: string;
}

/**
 * Enter a description, or replace it. A draft may be incomplete; what is published must stay complete.
 * The same content again is no change: no version, no event.
 */
export const describeDataset = datasetSlice<
  DescribeDataset,
  'absent' | 'draft' | 'published' | 'withdrawn',
  { holderId: string }
>({
  name: 'describe-dataset',
  by: ['holder'],
  in: ['absent', 'draft', 'published', 'withdrawn'],
  decide: ({ description, findings, contentKey }, state, { holderId }) => {
    if (description.identifier === '') return refuse('no-identifier');
    if (state.status !== 'absent') {
      const { identifier } = state.description;
      if (description.identifier !== identifier) return refuse('identifier-changed', { identifier });
      if (state.contentKey === contentKey) return [];
    }
    if (state.status === 'published') {
      if (!isPublishable(findings)) return incomplete(findings);
      const tooLarge = tooLargeToAnnounce(description);
      if (tooLarge) return tooLarge;
    }
    return [{ type: 'dataset-described', holderId, description, findings, contentKey }];
  },
});
