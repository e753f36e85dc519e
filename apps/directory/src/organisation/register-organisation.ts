import { firstRefusal, refuse } from '@hub/decider';
import { type OrganisationEntry, organisationSlice } from './organisation.js';
import { isSiren } from './siren.js';

/** What the directory knows of the organisation that another one is to be a part of. */
export interface Parent {
  readonly parentActive: boolean;
  /** Whether it is itself, directly or not, a part of the one in question. */
  readonly parentIsPart: boolean;
}

export const registerOrganisation = organisationSlice<OrganisationEntry, 'absent', Parent>({
  name: 'register-organisation',
  by: ['administrator', 'hub'],
  in: ['absent'],
  decide: (entry, _state, parent) => entryIsSound(entry, parent) ?? [{ type: 'OrganisationRegistered', ...entry }],
});

/** The rules on what an organisation may be entered as, and amended to. */
export const entryIsSound = (entry: OrganisationEntry, parent: Parent) =>
  firstRefusal(
    sirenHasItsKey(entry),
    sirenIsFrench(entry),
    parentIsThere(entry, parent),
    parentIsNoPart(entry, parent),
  );

const sirenHasItsKey = ({ siren }: OrganisationEntry) =>
  siren !== undefined && !isSiren(siren) ? refuse('siren-wrong', { siren }) : undefined;

const sirenIsFrench = ({ siren, country }: OrganisationEntry) =>
  siren !== undefined && country !== undefined && country !== 'FR' ? refuse('siren-abroad', { country }) : undefined;

const parentIsThere = ({ parentId }: OrganisationEntry, { parentActive }: Parent) =>
  parentId !== undefined && !parentActive ? refuse('organisation-unknown', { organisationId: parentId }) : undefined;

const parentIsNoPart = ({ parentId }: OrganisationEntry, { parentIsPart }: Parent) =>
  parentId !== undefined && parentIsPart ? refuse('parent-is-part', { parentId }) : undefined;
