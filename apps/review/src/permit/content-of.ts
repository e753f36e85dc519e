import type { DataScope } from '@hub/contracts';
import type { DatasetCategories } from '../case/case.events.js';
import type { Case } from '../case/case.js';
import { grantedScope } from '../decision/partial.js';
import type { NewPermitContent } from './document.js';

/** Only of an authorised case can there be a permit. */
export const mayHavePermit = (state: Case): boolean => 'decision' in state && state.decision.validity !== undefined;

/** What the permit of an authorised case says; nothing of a case that was refused. */
export function contentOf(caseId: string, state: Case): NewPermitContent | undefined {
  if (!('decision' in state) || !state.decision.validity) return undefined;
  const { file, opinion, decision } = state;
  const { id, version, permit } = file.procedure;
  if (!permit) return undefined;
  const scope = grantedScope(file.scope, decision.datasets);
  const { authorityId, authorityName, authorityCode, conditions } = permit;
  return {
    caseId,
    applicationId: file.applicationId,
    procedure: { id, version },
    authority: { id: authorityId, name: authorityName, code: authorityCode },
    decision: { at: decision.at, tacit: decision.tacit },
    ...(opinion && {
      opinion: { value: opinion.opinion, at: opinion.at, tacit: opinion.opinion === 'TACIT_FAVOURABLE' },
    }),
    organisationId: file.organisationId,
    team: file.team,
    scope,
    ...categoriesOf(file.categories, scope),
    purposes: file.purposes,
    ...(file.use && { use: file.use }),
    validity: state.decision.validity,
    conditions: [...conditions, ...decision.conditions],
    optOut: decision.optOut ?? { asAt: decision.at, exception: false },
    // What leaves a preparation is pseudonymised, whatever the holder delivered.
    dataFormat: 'PSEUDONYMISED',
    ...(decision.tools && { tools: decision.tools }),
    ...(file.fees && { fees: { currency: file.fees.currency, cents: file.fees.totalCents } }),
  };
}

/** Of the granted datasets only. */
function categoriesOf(categories: readonly DatasetCategories[] = [], { datasets }: DataScope) {
  const granted = categories.filter((of) => datasets.some(({ datasetId }) => datasetId === of.datasetId));
  return granted.length > 0 ? { categories: granted } : {};
}
