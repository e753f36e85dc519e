import type { Role } from '@hub/contracts';
import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { DirectoryCode } from '../refusals.js';
import { isPublicByKind, type OrganisationKind } from './kinds.js';

export interface OrganisationEntry {
  readonly kind: OrganisationKind;
  readonly name: { readonly fr: string; readonly en: string };
  /** Whether it is a public body; left out, as its kind usually is. */
  readonly publicBody?: boolean;
  /** ISO 3166-1, two letters; France unless said. */
  readonly country?: string;
  /** The organisation that it is a part of. */
  readonly parentId?: string;
  /** Nine digits of the French register of companies. */
  readonly siren?: string;
}

/** So many seats for this role, each for at most so many years, by the same person at most so often in a row. */
export interface Seats {
  readonly role: Role;
  readonly number: number;
  readonly termYears?: number;
  readonly renewals?: number;
}

export type OrganisationEvent =
  | ({ readonly type: 'OrganisationRegistered' } & OrganisationEntry)
  | ({ readonly type: 'OrganisationAmended'; readonly amendedBy: string } & OrganisationEntry)
  | { readonly type: 'OrganisationComposed'; readonly composedBy: string; readonly seats: readonly Seats[] }
  | { readonly type: 'OrganisationClosed'; readonly closedBy: string };

export interface Registered {
  readonly entry: OrganisationEntry & { readonly publicBody: boolean; readonly country: string };
  readonly seats: readonly Seats[];
}

export type Organisation =
  | { readonly status: 'absent' }
  | ({ readonly status: 'active' } & Registered)
  | ({ readonly status: 'closed' } & Registered);

/** `hub`: this service, for the demonstration and the first administrator. */
export type OrganisationRelation = 'administrator' | 'hub';

export const organisation: Aggregate<Organisation, OrganisationEvent, OrganisationRelation> = {
  name: 'organisation',
  initial: { status: 'absent' },
  evolve: (state, event) => {
    if (event.type === 'OrganisationRegistered') {
      const { type: _, ...entry } = event;
      return { status: 'active', entry: complete(entry), seats: [] };
    }
    if (state.status === 'absent') return state;
    switch (event.type) {
      case 'OrganisationAmended': {
        const { type: _, amendedBy: __, ...entry } = event;
        return { ...state, entry: complete(entry) };
      }
      case 'OrganisationComposed':
        return { ...state, seats: event.seats };
      case 'OrganisationClosed':
        return { ...state, status: 'closed' };
    }
  },
  relations: (_state, actor) => {
    if (actor.kind === 'system') return actor.service === 'directory' ? ['hub'] : [];
    return hasRole(actor, 'directory_administrator') ? ['administrator'] : [];
  },
};

export const organisationSlice = slicesOf<Organisation, OrganisationEvent, OrganisationRelation, DirectoryCode>();

const complete = (entry: OrganisationEntry): Registered['entry'] => ({
  ...entry,
  publicBody: entry.publicBody ?? isPublicByKind(entry.kind),
  country: entry.country ?? 'FR',
});
