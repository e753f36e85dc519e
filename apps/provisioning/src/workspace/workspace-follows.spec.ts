import type { DataScope } from '@hub/contracts';
import { system, tell } from '@hub/decider';
import { commands } from './commands.js';
import { followPermit, reopen } from './follow-permit.js';
import { optOutOf } from './permission-of.js';
import { work } from './work.js';
import { type Permission, type WorkspaceEvent, workspace } from './workspace.js';

const story = tell(workspace, commands);
const hub = { actor: system('provisioning') };
const scope: DataScope = {
  datasets: [{ datasetId: 'snds', tables: [{ table: 'T', columns: ['a'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const permission: Permission = {
  ...{ permitId: 'P-v1', applicationId: 'A', organisationId: 'inserm', scope },
  ...{ validFrom: '2026-01-01', validUntil: '2026-12-31' },
  team: [{ personId: 'claire', organisationId: 'inserm', role: 'lead' }],
};
const next = { ...permission, permitId: 'P-v2' };
const data = { manifestSha256: 'm', tables: [], persons: 3 };
const active: WorkspaceEvent[] = [
  { type: 'requested', permission },
  { type: 'preparation-started', preparationId: 'p-1' },
  { type: 'activated', data },
];
const revoked: WorkspaceEvent = { type: 'locked', cause: 'revoked' };
const claire = {
  ...{ kind: 'person' as const, id: 'claire', organisation: 'inserm' },
  ...{ roles: ['applicant'], assurance: 'substantial' },
};

describe('a workspace follows its permit', () => {
  it('into the longer validity of a renewal', () => {
    const renewed = { ...next, validUntil: '2028-12-31' };
    const [followed] = story.given(...active).when(followPermit, { permission: renewed }, hub)
      .outcome as WorkspaceEvent[];
    const late = { actor: claire, now: new Date('2027-06-01T10:00:00Z') };
    story
      .given(...active, followed as WorkspaceEvent)
      .when(work, {}, late)
      .then();
    story
      .given(...active)
      .when(work, {}, late)
      .refused('permit-not-valid-now');
  });
  it('and keeps the first decision’s opt-outs through every later version', () => {
    const decided = { asAt: '2026-01-01T10:00:00.000Z', exception: false };
    const later = { asAt: '2027-01-01T10:00:00.000Z', exception: true };
    const [, ...rest] = active;
    const first: WorkspaceEvent = { type: 'requested', permission: { ...permission, optOut: decided } };
    for (const [slice, events] of [[followPermit, rest] as const, [reopen, [...rest, revoked]] as const])
      story
        .given(first, ...events)
        .when(slice, { permission: { ...next, optOut: later } }, hub)
        .leadsTo((state) => expect(state).toMatchObject({ permission: { permitId: 'P-v2', optOut: decided } }));
  });
  it('whose opt-outs count as at its first day where it does not state the decision', () => {
    expect(optOutOf(permission)).toEqual({ asAt: '2026-01-01T00:00:00.000Z', exception: false });
  });
  it('is open again when the permit is reinstated, with its data and for the people it names', () => {
    story
      .given(...active, revoked)
      .when(reopen, { permission: next }, hub)
      .then({ type: 'reopened', permission: next, left: [], dataChanged: false });
    story
      .given(...active, revoked)
      .when(reopen, { permission: next }, hub)
      .leadsTo((state) => expect(state).toMatchObject({ status: 'ACTIVE', data, permission: { permitId: 'P-v2' } }));
  });
  it('stays suspended when the security officer had suspended it', () => {
    story
      .given(...active, { type: 'suspended', reason: 'r' }, revoked)
      .when(reopen, { permission: next }, hub)
      .leadsTo((state) => expect(state.status).toBe('SUSPENDED'));
  });
  it('waits for its data when none were prepared, or others are permitted', () => {
    const status = (past: WorkspaceEvent[], permitted: Permission) => {
      let seen = '';
      story
        .given(...past, revoked)
        .when(reopen, { permission: permitted }, hub)
        .leadsTo((state) => {
          seen = state.status;
        });
      return seen;
    };
    expect(status(active.slice(0, 1), next)).toBe('REQUESTED');
    const other = { ...next, scope: { ...scope, period: { from: '2019-01-01', to: '2019-06-30' } } };
    expect(status(active, other)).toBe('REQUESTED');
  });
  it('never comes back from a purge or an expiry, and no reaction fails on it', () => {
    const ends: WorkspaceEvent[][] = [
      [revoked, { type: 'purged', manifestSha256: 'm', files: 1 }],
      [{ type: 'locked', cause: 'expired' }],
      [],
    ];
    for (const end of ends)
      story
        .given(...active, ...end)
        .when(reopen, { permission: next }, hub)
        .then();
  });
});
