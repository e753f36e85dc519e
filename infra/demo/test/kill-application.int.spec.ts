import { randomUUID } from 'node:crypto';
import { ApplicationDrafted, CaseFoundComplete, CaseOpened, DatasetPublished } from '@hub/contracts';
import { type Caller, eventually, person, publish } from '@hub/testkit';
import { answers } from '../src/road/answers.js';
import { type ApplicationHome, applicationHome } from './application-home.js';
import { KillableService } from './killable-service.js';

const claire = person('claire', 'inserm', 'applicant');

/** Killing a service at any instant loses no accepted command and doubles no effect. */
describe('a service that is killed', () => {
  let home: ApplicationHome;
  let application: KillableService;

  const start = async (fault?: Parameters<KillableService['start']>[0]) => {
    const { service, as } = await application.start(fault);
    return { service, lead: await as(claire) };
  };

  beforeAll(async () => {
    home = await applicationHome();
    application = await KillableService.begin('application', [ApplicationDrafted.topic], async () => home.env);
  });
  afterEach(() => application.stop());
  afterAll(async () => {
    await application?.remove();
    await home?.remove();
  });

  it('after commit, before publish: the command is kept and announced by the next start', async () => {
    const { service, lead } = await start('after-commit-before-publish');
    const key = randomUUID();
    const accepted = await lead
      .post('/applications', { procedure: 'FR_AUTHORISATION' }, { key })
      .catch(() => undefined);
    await service.ended;
    const { lead: again } = await start();
    const repeated = await again.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key });
    if (accepted) expect(repeated.body).toEqual(accepted.body);
    await application.heard.until(ApplicationDrafted, repeated.body.id);
    expect(application.heardOf(ApplicationDrafted, repeated.body.id)).toHaveLength(1);
  });

  it('after publish, before mark: the event comes twice under one id', async () => {
    const { service, lead } = await start('after-publish-before-mark');
    const key = randomUUID();
    await lead.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key }).catch(() => undefined);
    await service.ended;
    const { lead: again } = await start();
    const { body } = await again.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key });
    await eventually(() => {
      const copies = application.heardOf(ApplicationDrafted, body.id);
      expect([copies.length, new Set(copies).size]).toEqual([2, 1]);
    });
  });

  it('after effect, before offset: the event is handled once', async () => {
    const first = await start();
    const id = await submitted(first.lead);
    await first.service.stop();
    const killed = await start('after-effect-before-offset');
    const about = { caseId: 'c', applicationId: id };
    await publish(CaseOpened, 'c', { ...about, procedure: 'FR_AUTHORISATION', procedureVersion: 1 });
    await killed.service.ended;
    const { lead } = await start();
    await publish(CaseFoundComplete, 'c', { ...about, opinionDueAt: '2026-04-09T21:59:59.999Z' });
    // Submitted at 4, opened at 5 although the event came twice, complete at 6.
    await eventually(async () =>
      expect((await lead.get(`/applications/${id}`)).body).toMatchObject({ status: 'PROCESSING', version: 6 }),
    );
  });

  async function submitted(lead: Caller): Promise<string> {
    const table = { name: 't', columns: ['a'], personalKeys: [] };
    await publish(DatasetPublished, 'd', {
      datasetId: 'd',
      holderId: 'h',
      version: 1,
      accessRight: 'NON_PUBLIC',
      tables: [table],
    });
    const { id } = (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body;
    await lead.put(`/applications/${id}/answers`, { answers }, { version: 1 });
    const basket = {
      datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a'] }] }],
      period: { from: '2019-01-01', to: '2019-12-31' },
    };
    await eventually(async () =>
      expect((await lead.put(`/applications/${id}/basket`, basket, { version: 2 })).status).toBe(200),
    );
    expect((await lead.post(`/applications/${id}/submission`, undefined, { version: 3 })).body.status).toBe(
      'SUBMITTED',
    );
    return id;
  }
});
