import { phaseOf } from '@hub/procedures';
import type { CaseFile } from './case.js';

/** Whom the catalogue names by now, where it named nobody when the case was opened. */
export interface HolderFacts {
  readonly holderIds?: readonly string[];
}

/** Whether a holder is to assess the application and the catalogue has named none for its datasets. */
export const holderIsUnknown = ({ procedure, holderIds }: CaseFile): boolean =>
  phaseOf(procedure, 'HOLDER_ASSESSMENT') !== undefined && holderIds.length === 0;
