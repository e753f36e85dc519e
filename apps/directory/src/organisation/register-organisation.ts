import { type OrganisationEntry, organisationSlice } from './organisation.js';

export const registerOrganisation = organisationSlice<OrganisationEntry, 'absent'>({
  name: 'register-organisation',
  by: ['administrator', 'hub'],
  in: ['absent'],
  decide: (entry) => [{ type: 'OrganisationRegistered', ...entry }],
});
