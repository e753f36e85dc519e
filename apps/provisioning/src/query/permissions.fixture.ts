import { system } from '@hub/decider';
import { everybody, type Permissions } from '@hub/testkit/permissions';
import { noteQuery, type QueryEvent, type QueryRelation, type QueryState, query } from './query.js';

const executed: QueryEvent = {
  ...{ type: 'executed', personId: 'claire', workspaceId: 'W', sql: 'SELECT 1', sqlSha256: 's', title: null },
  ...{ outcome: 'result', rows: 1, milliseconds: 1, purpose: 'look' },
};

/** Whoever reaches a query was let into its workspace: there it is judged. */
export const queryPermissions: Permissions<QueryState, QueryEvent, QueryRelation> = {
  aggregate: query,
  commands: [noteQuery],
  histories: { ABSENT: [], EXECUTED: [executed] },
  people: { ...everybody('inserm', 'institut-curie'), 'a service of the hub': system('provisioning') },
  own: 'the permit’s organisation',
};
