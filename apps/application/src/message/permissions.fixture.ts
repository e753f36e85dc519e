import type { Permissions } from '@hub/testkit/permissions';
import { type Application, type ApplicationEvent, application } from '../application/application.js';
import { applicationHistories, applicationPeople } from '../application/permissions.fixture.js';
import { correspondenceOf } from './sides.js';

/** Who writes and who reads depends on the application, and on whether the authority has been seized of it. */
export const messagePermissions: Permissions<Application, ApplicationEvent, 'reader'> = {
  aggregate: {
    ...application,
    name: 'message',
    relations: (state, actor) => (correspondenceOf(state, actor, true) ? ['reader'] : []),
  },
  commands: [],
  histories: applicationHistories,
  people: applicationPeople,
  own: 'the lead’s organisation',
  sees: {
    'MESSAGES BEFORE THE AUTHORITY IS SEIZED': (state, actor) => partsFor(correspondenceOf(state, actor, false)),
    'MESSAGES ONCE IT IS SEIZED': (state, actor) => partsFor(correspondenceOf(state, actor, true)),
  },
};

const partsFor = (found: ReturnType<typeof correspondenceOf>): string[] => {
  if (!found) return [];
  return found.side && found.mayWrite ? ['what was written', `send-message as ${found.side}`] : ['what was written'];
};
