import { PermitReinstated, PermitRenewed, PermitRevoked, WorkspaceLocked, WorkspaceReopened } from '@hub/contracts';
import { type Caller, eventually, Heard, publish } from '@hub/testkit';
import { claire, deliverHospital, engineer, grant, PERMIT, startProvisioning, untilStatus } from './running-service.js';

const W = '/workspaces/HDH-2026-000001';
const id = 'HDH-2026-000001';

describe('a workspace whose permit changes', () => {
  let running: Awaited<ReturnType<typeof startProvisioning>>;
  let heard: Heard;
  let lead: Caller;

  beforeAll(async () => {
    running = await startProvisioning();
    heard = await Heard.on('hub.provisioning.workspace.v1');
    lead = await running.as(claire);
    const preparer = await running.as(engineer);
    await deliverHospital(preparer);
    await grant();
    await untilStatus(preparer, id, 'ACTIVE');
  });
  afterAll(async () => {
    await heard?.stop();
    await running?.stop();
  });

  it('is locked by the revocation and usable again, with its data, when the permit is reinstated', async () => {
    const ids = { permitId: PERMIT.permitId, baseId: id, applicationId: PERMIT.applicationId };
    await publish(PermitRevoked, id, ids);
    await heard.until(WorkspaceLocked, id);
    expect((await lead.post(`${W}/queries`, { sql: 'SELECT 1' })).status).toBe(409);
    await publish(PermitReinstated, id, { ...PERMIT, permitId: `${id}-v2`, version: 2 });
    const { data } = await heard.until(WorkspaceReopened, id);
    expect(data).toMatchObject({ permitId: `${id}-v2`, left: [], dataChanged: false });
    expect((await lead.post(`${W}/queries`, { sql: 'SELECT 1' })).body.rows).toEqual([[1]]);
  });

  it('lasts as long as the renewed permit', async () => {
    await publish(PermitRenewed, id, { ...PERMIT, permitId: `${id}-v3`, version: 3, validUntil: '2031-06-09' });
    await eventually(async () => {
      expect((await lead.get(W)).body).toMatchObject({ status: 'ACTIVE', validUntil: '2031-06-09' });
    });
  });
});
