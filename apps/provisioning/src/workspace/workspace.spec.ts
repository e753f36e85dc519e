import type { DataScope } from '@hub/contracts';
import { type Person, system, tell } from '@hub/decider';
import { commands } from './commands.js';
import { endAccess, followPermit, lock, restoreAccess } from './follow-permit.js';
import { purge, resume, suspend } from './keep-safe.js';
import { activate, awaitDeliveries, fail, request, retry, startPreparation } from './prepare.js';
import { saveChart, work } from './work.js';
import { type Permission, type WorkspaceEvent, workspace } from './workspace.js';

const story = tell(workspace, commands);
const hub = { actor: system('provisioning') };
const person = (id: string, organisation: string, ...roles: string[]): Person => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});
const as = (actor: Person) => ({ actor });
const claire = person('claire', 'inserm', 'applicant');
const engineer = person('engineer', 'hub', 'workspace_engineer');
const security = person('security', 'hub', 'security_officer');

const scope: DataScope = {
  datasets: [{ datasetId: 'snds', tables: [{ table: 'T', columns: ['a'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const permission: Permission = {
  permitId: 'P-v1',
  applicationId: 'A',
  organisationId: 'inserm',
  scope,
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  team: [
    { personId: 'claire', organisationId: 'inserm', role: 'lead' },
    { personId: 'david', organisationId: 'aphp', role: 'member' },
  ],
};
const data = { manifestSha256: 'm', tables: [], persons: 3 };
const requested: WorkspaceEvent = { type: 'requested', permission };
const started: WorkspaceEvent = { type: 'preparation-started', preparationId: 'p-1' };
const active: WorkspaceEvent[] = [requested, started, { type: 'activated', data }];
const gap = { code: 'not-delivered' as const, table: 'snds/T' };
const breach = { table: 'snds/T', row: 3, column: 'a', valueClass: 'letters (2 characters)', reason: 'type' };

describe('a workspace is prepared', () => {
  it('when a permit is granted, once', () => {
    story.given().when(request, { permission }, hub).then(requested);
    story.given(requested).when(request, { permission }, hub).refused('not-allowed-now');
  });

  it('by the service alone', () => {
    story.given().when(request, { permission }, as(claire)).refused('forbidden');
    story.given(requested).when(startPreparation, {}, as(engineer)).refused('forbidden');
  });

  it('and says what it waits for once, and again only when that changes', () => {
    story
      .given(requested)
      .when(awaitDeliveries, { missing: [gap] }, hub)
      .then({ type: 'deliveries-awaited', missing: [gap] });
    story
      .given(requested, { type: 'deliveries-awaited', missing: [gap] })
      .when(awaitDeliveries, { missing: [gap] }, hub)
      .then();
  });

  it('and a preparation that another one overtook changes nothing', () => {
    story.given(requested, started).when(activate, { preparationId: 'p-0', data }, hub).then();
    story
      .given(requested, started)
      .when(fail, { preparationId: 'p-0', reasons: [breach] }, hub)
      .then();
    story
      .given(requested, started)
      .when(activate, { preparationId: 'p-1', data }, hub)
      .then({ type: 'activated', data });
  });

  it('or fails visibly, and is never stuck: the engineer tries again', () => {
    const failed: WorkspaceEvent = { type: 'failed', reasons: [breach] };
    story
      .given(requested, started)
      .when(fail, { preparationId: 'p-1', reasons: [breach] }, hub)
      .then(failed);
    story
      .given(requested, started, failed)
      .when(retry, {}, as(engineer))
      .leadsTo((state) => expect(state.status).toBe('REQUESTED'));
    story.given(requested, started, failed).when(retry, {}, as(claire)).refused('forbidden');
  });
});

describe('members', () => {
  const june = new Date('2026-06-01T10:00:00Z');

  it('work while the workspace is active and the permit valid', () => {
    story
      .given(...active)
      .when(work, {}, { actor: claire, now: june })
      .then();
    story.given(requested, started).when(work, {}, { actor: claire, now: june }).refused('not-allowed-now');
    story
      .given(...active)
      .when(work, {}, { actor: claire, now: new Date('2025-12-31T22:59:00Z') })
      .refused('permit-not-valid-now');
  });

  it('work until the last day of the permit has ended in Paris', () => {
    story
      .given(...active)
      .when(work, {}, { actor: claire, now: new Date('2026-12-31T22:59:59Z') })
      .then();
    story
      .given(...active)
      .when(work, {}, { actor: claire, now: new Date('2026-12-31T23:00:00Z') })
      .refused('permit-not-valid-now');
  });

  it('are those whom the permit names, for the organisation that it names', () => {
    story
      .given(...active)
      .when(work, {}, { actor: person('claire', 'aphp', 'applicant'), now: june })
      .refused('not-found');
    story
      .given(...active)
      .when(work, {}, { actor: person('eve', 'inserm', 'applicant'), now: june })
      .refused('not-found');
  });

  it('are not engineers, security officers or auditors', () => {
    for (const role of ['workspace_engineer', 'security_officer', 'auditor']) {
      story
        .given(...active)
        .when(work, {}, { actor: person('x', 'hub', role), now: june })
        .refused('forbidden');
      story
        .given(...active)
        .when(
          saveChart,
          { chartId: 'c', specSha256: 's', dataSha256: 'd' },
          { actor: person('x', 'hub', role), now: june },
        )
        .refused('forbidden');
    }
  });

  it('lose access with their mandate, and have it again with a new one', () => {
    const ended: WorkspaceEvent = { type: 'access-ended', personId: 'david', organisationId: 'aphp' };
    const david = person('david', 'aphp', 'applicant');
    const member = { personId: 'david', organisationId: 'aphp' };
    story
      .given(...active)
      .when(endAccess, member, hub)
      .then(ended);
    story
      .given(...active, ended)
      .when(endAccess, member, hub)
      .then();
    story
      .given(...active, ended)
      .when(work, {}, { actor: david, now: june })
      .refused('not-found');
    story
      .given(...active, ended)
      .when(restoreAccess, member, hub)
      .then({ ...ended, type: 'access-restored' });
    story
      .given(...active)
      .when(endAccess, { personId: 'david', organisationId: 'inserm' }, hub)
      .then();
  });

  it('lose access with the permit that no longer names them', () => {
    const alone = { ...permission, permitId: 'P-v2', team: permission.team.slice(0, 1) };
    story
      .given(...active)
      .when(followPermit, { permission: alone }, hub)
      .then({ type: 'permit-followed', permission: alone, left: ['david'], dataChanged: false });
  });

  it('of a permit with other data wait for it', () => {
    const other = {
      ...permission,
      permitId: 'P-v2',
      scope: { ...scope, period: { from: '2019-01-01', to: '2019-06-30' } },
    };
    story
      .given(...active)
      .when(followPermit, { permission: other }, hub)
      .leadsTo((state) => {
        expect(state.status).toBe('REQUESTED');
        expect('data' in state).toBe(false);
      });
  });
});

describe('a workspace is closed', () => {
  it('for the time being by the security officer, and by nobody else', () => {
    story
      .given(...active)
      .when(suspend, { reason: 'r' }, as(security))
      .then({ type: 'suspended', reason: 'r' });
    story
      .given(...active)
      .when(suspend, { reason: 'r' }, as(engineer))
      .refused('forbidden');
    story
      .given(...active, { type: 'suspended', reason: 'r' })
      .when(resume, {}, as(security))
      .leadsTo((state) => expect(state).toMatchObject({ status: 'ACTIVE', data }));
  });

  it('for good when the permit ends, from any state; a second end changes nothing', () => {
    for (const past of [
      [requested],
      [requested, started],
      active,
      [...active, { type: 'suspended', reason: 'r' } as const],
    ]) {
      story
        .given(...past)
        .when(lock, { cause: 'revoked' }, hub)
        .then({ type: 'locked', cause: 'revoked' });
    }
    story
      .given(...active, { type: 'locked', cause: 'expired' })
      .when(lock, { cause: 'revoked' }, hub)
      .then();
    story
      .given(...active, { type: 'locked', cause: 'expired' })
      .when(followPermit, { permission }, hub)
      .then();
  });

  it('and purged only then, with a certificate that binds what it was', () => {
    story
      .given(...active)
      .when(purge, { files: 2 }, as(engineer))
      .refused('not-allowed-now');
    story
      .given(...active, { type: 'locked', cause: 'expired' })
      .when(purge, { files: 2 }, as(engineer))
      .then({ type: 'purged', manifestSha256: 'm', files: 2 });
  });
});
