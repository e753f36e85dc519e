import { system } from '@hub/decider';
import { everybody, type Permissions } from '@hub/testkit/permissions';
import { organisationCommands } from './commands.js';
import { type Organisation, type OrganisationEvent, type OrganisationRelation, organisation } from './organisation.js';

const registered: OrganisationEvent = {
  ...{ type: 'OrganisationRegistered', kind: 'research', name: { fr: 'Institut', en: 'Institute' } },
};

export const organisationPermissions: Permissions<Organisation, OrganisationEvent, OrganisationRelation> = {
  aggregate: organisation,
  commands: organisationCommands,
  histories: {
    absent: [],
    active: [registered],
    closed: [registered, { type: 'OrganisationClosed', closedBy: 'admin' }],
  },
  people: {
    ...everybody('inserm', 'institut-curie'),
    'the directory': system('directory'),
    'another service': system('review'),
  },
  own: 'the organisation itself',
  public: true,
};
