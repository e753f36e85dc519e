import type { DataOf, EventContract, TeamMember } from '@hub/contracts';

/** What happened, as the view takes it: an event's type, data and time. */
export interface Happened {
  readonly type: string;
  readonly data: unknown;
  readonly time: Date;
}

export interface PermitInDossier {
  readonly permitId: string;
  readonly baseId: string;
  readonly status: 'VALID' | 'REVOKED' | 'EXPIRED';
  readonly validUntil: string;
}

export interface WorkspaceInDossier {
  readonly workspaceId: string;
  readonly status: string;
}

/** Where the review stands, in its own words. */
export type SubStatus =
  | 'PRE_SCREENING'
  | 'AWAITING_ADDITIONAL_INFORMATION'
  | 'HOLDER_ASSESSMENT'
  | 'COMMITTEE_REVIEW'
  | 'APPLICANT_CHOICE'
  | 'AUTHORITY_REVIEW'
  | 'DECIDED'
  | 'REGISTERED'
  | 'REDIRECTED'
  | 'REJECTED_INCOMPLETE'
  | 'WITHDRAWN';

/**
 * One dossier as its people see it, composed from the events of several services. Those arrive in order per topic,
 * in no order between topics: so each member is fed by one topic alone.
 */
export interface Dossier {
  readonly applicationId: string;
  /** From the application's events. `UNKNOWN`: its review was heard of first. */
  readonly status: string;
  readonly procedure: string | null;
  readonly leadId: string | null;
  readonly organisationId: string | null;
  readonly team: readonly TeamMember[];
  /** From the review's. */
  readonly subStatus: SubStatus | null;
  readonly caseId: string | null;
  readonly recused: readonly string[];
  readonly withCommittee: boolean;
  /** The organisations that hold its data and to whom the case has come; absent in dossiers composed before. */
  readonly holderIds?: readonly string[];
  readonly withAuthority: boolean;
  /** Clocks that run now, by name, with the instant at which they end. */
  readonly due: Readonly<Record<string, string>>;
  /** From the permits'. */
  readonly permit: PermitInDossier | null;
  /** From the workspaces'. */
  readonly workspaces: readonly WorkspaceInDossier[];
}

export const newDossier = (applicationId: string): Dossier => ({
  applicationId,
  status: 'UNKNOWN',
  procedure: null,
  leadId: null,
  organisationId: null,
  team: [],
  subStatus: null,
  caseId: null,
  recused: [],
  withCommittee: false,
  withAuthority: false,
  due: {},
  permit: null,
  workspaces: [],
});

export type Change = (dossier: Dossier, data: never) => Dossier;

/** A change for the events of one contract, with their data typed. */
export const on = <Contract extends EventContract>(
  contract: Contract,
  change: (dossier: Dossier, data: DataOf<Contract>) => Partial<Dossier>,
): readonly [string, Change] => [
  contract.type,
  (dossier, data) => ({ ...dossier, ...change(dossier, data as DataOf<Contract>) }),
];
