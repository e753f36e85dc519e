import { system } from '@hub/decider';
import { everybody, type Histories, type Permissions } from '@hub/testkit/permissions';
import { mandateCommands } from './commands.js';
import { given, holder } from './mandate.fixture.js';
import { type Mandate, type MandateEvent, type MandateRelation, mandate } from './mandate.js';

const delegated: MandateEvent = { type: 'MandateDelegated', delegateId: 'david', from: '2026-03-02', to: '2026-03-09' };
const suspended: MandateEvent = { type: 'MandateSuspended', due: '2026-03-02' };
const ended: MandateEvent = { type: 'MandateEnded', endedBy: 'rita', cause: 'ended' };

export const mandateHistories: Histories<Mandate, MandateEvent> = {
  absent: [],
  given: {
    'by its holder': [given],
    delegated: [given, delegated],
    'to be confirmed': [given, { type: 'MandateConfirmationDue', due: '2027-03-02', suspendedAfter: '2027-04-01' }],
  },
  suspended: [given, suspended],
  ended: [given, ended],
};

const acting = (id: string, organisation: string) => ({
  ...{ kind: 'person' as const, id, organisation, roles: ['applicant'], assurance: 'substantial' },
});

export const mandatePermissions: Permissions<Mandate, MandateEvent, MandateRelation> = {
  aggregate: mandate,
  commands: mandateCommands,
  histories: mandateHistories,
  people: {
    'person mandated': holder.actor,
    'person mandated who acts elsewhere': acting('claire', 'institut-curie'),
    delegate: acting('david', 'inserm'),
    ...everybody('inserm', 'institut-curie'),
    'the directory': system('directory'),
    'another service': system('review'),
  },
  own: 'the organisation that the mandate is for',
};
