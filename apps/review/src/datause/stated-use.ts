import type { CaseFile } from '../case/case.js';
import type { StatedUse } from './facts.js';

/** What the directory announced of an organisation. */
export interface KnownOrganisation {
  readonly kind: string;
  readonly publicBody?: boolean;
  readonly country?: string;
}

/** What the application states in a form that a rule can read; free text is left to people. */
export function statedUseOf(
  { purposes, organisationId, procedure, use }: Pick<CaseFile, 'purposes' | 'organisationId' | 'procedure' | 'use'>,
  organisation: KnownOrganisation | undefined,
): StatedUse {
  return {
    ...use,
    purposes,
    organisationId,
    mustPublish: procedure.permit?.conditions.includes('RESULTS_PUBLISHED_WITHIN_18_MONTHS') ?? false,
    ...(organisation && { organisationKind: organisation.kind }),
    ...(organisation?.publicBody !== undefined && { publicBody: organisation.publicBody }),
    ...(organisation?.country !== undefined && { country: organisation.country }),
  };
}
