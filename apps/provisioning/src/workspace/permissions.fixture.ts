import { system } from '@hub/decider';
import { everybody, type Histories, type Permissions, partsOf } from '@hub/testkit/permissions';
import { commands } from './commands.js';
import { viewOf } from './view.js';
import { type Permission, type Relation, type Workspace, type WorkspaceEvent, workspace } from './workspace.js';

const permission: Permission = {
  ...{
    permitId: 'P-v1',
    applicationId: 'A',
    organisationId: 'inserm',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  },
  scope: { datasets: [], period: { from: '2019-01-01', to: '2019-12-31' } },
  team: [
    { personId: 'claire', organisationId: 'inserm', role: 'lead' },
    { personId: 'david', organisationId: 'aphp', role: 'member' },
    { personId: 'irene', organisationId: 'inserm', role: 'member' },
  ],
};
const requested: WorkspaceEvent[] = [
  { type: 'requested', permission },
  { type: 'access-ended', personId: 'irene', organisationId: 'inserm' },
];
const started: WorkspaceEvent[] = [...requested, { type: 'preparation-started', preparationId: 'p' }];
const data = { manifestSha256: 'm', tables: [], persons: 3 };
const active: WorkspaceEvent[] = [...started, { type: 'activated', data }];

const histories: Histories<Workspace, WorkspaceEvent> = {
  ABSENT: [],
  REQUESTED: requested,
  PROVISIONING: started,
  FAILED: [...started, { type: 'failed', reasons: [] }],
  ACTIVE: active,
  SUSPENDED: [...active, { type: 'suspended', reason: 'r' }],
  LOCKED: [...active, { type: 'locked', cause: 'revoked' }],
  PURGED: [...active, { type: 'locked', cause: 'expired' }, { type: 'purged', manifestSha256: 'm', files: 1 }],
};
const acting = (id: string, organisation: string, ...roles: string[]) => ({
  ...{ kind: 'person' as const, id, organisation, roles, assurance: 'substantial' },
});

export const workspacePermissions: Permissions<Workspace, WorkspaceEvent, Relation> = {
  aggregate: workspace,
  commands,
  histories,
  people: {
    'member of the lead’s organisation': acting('claire', 'inserm', 'applicant'),
    'member of a partner’s organisation': acting('david', 'aphp', 'applicant'),
    'member for another organisation': acting('david', 'inserm', 'applicant'),
    'member whose mandate ended': acting('irene', 'inserm', 'applicant'),
    'member who is an engineer': acting('claire', 'inserm', 'workspace_engineer'),
    ...everybody('inserm', 'institut-curie'),
    'a service of the hub': system('provisioning'),
  },
  own: 'the permit’s organisation',
  sees: {
    'A WORKSPACE': (state, actor) => {
      if (actor.kind === 'system' || workspace.relations(state, actor).length === 0) return [];
      return partsOf(viewOf('w', 1, state, actor, []));
    },
  },
};
