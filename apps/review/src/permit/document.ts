import type { DataScope, ProjectUse, TeamMember } from '@hub/contracts';
import type { DatasetCategories, Opinion } from '../case/case.events.js';
import type { OptOut } from '../decision/decision.events.js';
import type { TemplateRef } from '../template/templates.js';
import { permitIdOf } from './permit-id.js';
import type { Signed } from './seal.js';

/** What a permit says, whatever its version. Content per Regulation (EU) 2025/327, art. 68(10). */
export interface PermitContent {
  readonly caseId: string;
  readonly applicationId: string;
  readonly procedure: { readonly id: string; readonly version: number };
  readonly authority: IssuingAuthority;
  readonly decision: { readonly at: string; readonly tacit: boolean };
  /** Where a committee gave one. */
  readonly opinion?: { readonly value: Opinion; readonly at: string; readonly tacit: boolean };
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  /** Of the datasets, as far as the catalogue has told. Absent in older permits. */
  readonly categories?: readonly DatasetCategories[];
  readonly purposes: readonly string[];
  /** The purpose in detail, in codes, as far as the form asked. Absent in older permits. */
  readonly use?: ProjectUse;
  readonly validity: { readonly from: string; readonly until: string };
  readonly conditions: readonly string[];
  /** Opt-outs count as at the decision (art. 71); whether they may be disregarded. Absent in older permits. */
  readonly optOut?: OptOut;
  /** The form in which the data are seen. */
  readonly dataFormat?: DataFormat;
  readonly tools?: readonly string[];
  readonly fees?: { readonly currency: 'EUR'; readonly cents: number };
  /** Minor points that amendments added. */
  readonly points?: readonly string[];
}

export interface IssuingAuthority {
  readonly id: string;
  readonly name: string;
  /** What the numbers of its permits begin with. Absent in permits from before they told it. */
  readonly code?: string;
}

/** Of a permit that is yet to be numbered. */
export type NewPermitContent = PermitContent & { readonly authority: Required<IssuingAuthority> };

export type DataFormat = 'ANONYMISED' | 'PSEUDONYMISED';

/** Which version of a permit a document is, when it was issued, and the template that prints it. */
export interface Issue {
  readonly baseId: string;
  readonly version: number;
  readonly at: string;
  readonly template: TemplateRef;
}

/** A permit, signed. The names of its members are the published format. */
export type SignedDocument = Signed<PermitDocument>;

/** Permits signed before they named their template have none. */
export type PermitDocument = Omit<ReturnType<typeof documentOf>, 'template'> & { readonly template?: TemplateRef };

/** The document that is signed: members in any order, since signing puts them into the canonical one. */
export function documentOf(content: PermitContent, { baseId, version, at, template }: Issue) {
  const lead = content.team.find(({ role }) => role === 'lead');
  return {
    format: 'urn:hub:data-permit:v1',
    template,
    id: permitIdOf(baseId, version),
    baseId,
    version,
    replaces: version > 1 ? permitIdOf(baseId, version - 1) : null,
    issuedAt: at,
    issuingAuthority: content.authority,
    decision: {
      ...content.decision,
      caseId: content.caseId,
      applicationId: content.applicationId,
      procedure: content.procedure,
      ...(content.opinion && { opinion: content.opinion }),
    },
    holder: { organisationId: content.organisationId, leadId: lead?.personId ?? null },
    persons: content.team,
    data: {
      datasets: content.scope.datasets,
      period: content.scope.period,
      population: content.scope.population ?? null,
      ...(content.categories && { categories: content.categories }),
      ...(content.dataFormat && { format: content.dataFormat }),
    },
    purposes: content.purposes,
    ...(content.use && { use: content.use }),
    validity: content.validity,
    conditions: content.conditions,
    ...(content.optOut && { optOut: content.optOut }),
    ...(content.tools && { workspaceTools: content.tools }),
    ...(content.fees && { fees: content.fees }),
    ...(content.points && { points: content.points }),
  };
}
