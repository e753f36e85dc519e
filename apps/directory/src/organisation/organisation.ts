import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { DirectoryCode } from '../refusals.js';

/** What an organisation is in the procedures. */
export const organisationKinds = [
  'hub',
  'state',
  'authority',
  'committee',
  'insurer',
  'hospital',
  'registry',
  'research',
  'university',
  'patients',
  'industry',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface OrganisationEntry {
  readonly kind: OrganisationKind;
  readonly name: { readonly fr: string; readonly en: string };
}

export type OrganisationEvent = { readonly type: 'OrganisationRegistered' } & OrganisationEntry;

export type Organisation = { readonly status: 'absent' } | ({ readonly status: 'registered' } & OrganisationEntry);

export const organisation: Aggregate<Organisation, OrganisationEvent, 'administrator' | 'hub'> = {
  name: 'organisation',
  initial: { status: 'absent' },
  evolve: (_state, { type: _, ...entry }) => ({ status: 'registered', ...entry }),
  relations: (_state, actor) => {
    if (actor.kind === 'system') return actor.service === 'directory' ? ['hub'] : [];
    return hasRole(actor, 'directory_administrator') ? ['administrator'] : [];
  },
};

export const organisationSlice = slicesOf<Organisation, OrganisationEvent, 'administrator' | 'hub', DirectoryCode>();
