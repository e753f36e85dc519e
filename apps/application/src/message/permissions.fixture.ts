import type { Permissions } from '@hub/testkit/permissions';
import { type Application, type ApplicationEvent, application } from '../application/application.js';
import { applicationHistories, applicationPeople } from '../application/permissions.fixture.js';
import { correspondenceOf, type Reach } from './sides.js';

/** Who writes and who reads depends on the application, on whether the authority has been seized, and on who was written to. */
const early: Reach = { seized: false, addressed: [] };
const late: Reach = { seized: true, addressed: ['holder:cnam', 'holder:inserm', 'holder:institut-curie'] };

export const messagePermissions: Permissions<Application, ApplicationEvent, 'reader'> = {
  aggregate: {
    ...application,
    name: 'message',
    relations: (state, actor) => (correspondenceOf(state, actor, late) ? ['reader'] : []),
  },
  commands: [],
  histories: applicationHistories,
  people: applicationPeople,
  own: 'the lead’s organisation',
  sees: {
    'MESSAGES BEFORE THE AUTHORITY IS SEIZED': (state, actor) => partsFor(correspondenceOf(state, actor, early)),
    'MESSAGES ONCE IT IS SEIZED AND HOLDERS WERE WRITTEN TO': (state, actor) =>
      partsFor(correspondenceOf(state, actor, late)),
  },
};

const partsFor = (found: ReturnType<typeof correspondenceOf>): string[] => {
  if (!found) return [];
  return found.side && found.mayWrite ? ['what was written', `send-message as ${found.side}`] : ['what was written'];
};
