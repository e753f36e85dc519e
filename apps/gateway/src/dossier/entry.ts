import type * as contract from '@hub/contracts';

/** Who acted, as a role: a timeline names nobody. */
export type ActingAs =
  | 'applicant'
  | 'hub_officer'
  | 'committee'
  | 'committee_president'
  | 'authority'
  | 'data_holder'
  | 'workspace_engineer'
  | 'security_officer';

export interface Entry {
  readonly at: string;
  readonly type: string;
  /** A role, or the service that acted by itself. */
  readonly actor: string;
  readonly en: string;
  readonly fr: string;
}

/** Nothing where an event of this kind is not for everybody who reads the dossier. */
export type Sentence = (data: never) => readonly [en: string, fr: string] | undefined;
export type Told = readonly [type: string, told: { readonly by: ActingAs; readonly sentence: Sentence }];

export const tells = <Contract extends contract.EventContract>(
  { type }: Contract,
  by: ActingAs,
  sentence: (data: contract.DataOf<Contract>) => readonly [en: string, fr: string] | undefined,
): Told => [type, { by, sentence: sentence as Sentence }];
