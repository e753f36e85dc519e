import { recordFinding, recordHoldersFinding } from '../../src/finding/record-finding.js';
import type { GivenByTwo } from './given-by-two.js';
import { reasons } from './standings.js';

const finding = { criterion: 'DATA_NECESSARY', finding: 'MET', reasons };

/** On a case whose procedure has criteria. */
export const onFindings: readonly GivenByTwo[] = [
  [recordFinding, ['authority', 'officer'], 'findings', finding, (at) => at.assessed()],
  [recordHoldersFinding, ['holder', 'holder-2'], 'proposals/findings', finding, (at) => at.assessedByHolder()],
];
