import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplicationSubmitted, CaseDecided, CaseOfficerAssigned, ownerOf, PermitGranted, topics } from '@hub/contracts';
import { type Caller, eventually, person, publish } from '@hub/testkit';
import { KillableService } from './killable-service.js';

const officer = person('officer', 'hdh', 'hub_officer');
const authority = person('authority', 'cnil', 'authority_officer');
const claire = person('claire', 'inserm', 'applicant');

const body = { officerId: 'officer' };

/** Killing the review at any instant loses no decision and doubles none. */
describe('a review service that is killed', () => {
  let review: KillableService;
  let count = 0;

  beforeAll(async () => {
    review = await KillableService.begin(
      'review',
      topics.filter((topic) => ownerOf(topic) === 'review'),
      async (folder) => {
        const { privateKey } = generateKeyPairSync('ed25519');
        const file = join(folder, 'permit.pem');
        await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
        return { PERMIT_KEY_FILE: file };
      },
    );
  });
  afterEach(() => review.stop());
  afterAll(() => review?.remove());

  async function submitted(): Promise<string> {
    const applicationId = `killed-${++count}`;
    await publish(ApplicationSubmitted, applicationId, {
      ...ApplicationSubmitted.example,
      ...{ applicationId, procedure: 'EU_ACCESS', procedureVersion: 1, leadId: 'claire', organisationId: 'inserm' },
      team: [{ personId: 'claire', organisationId: 'inserm', role: 'lead' }],
      submittedAt: new Date().toISOString(),
    });
    return applicationId;
  }

  const caseOf = (applicationId: string, by: Caller) =>
    eventually(async () => {
      const { status, body } = await by.get(`/cases/by-application/${applicationId}`);
      expect(status).toBe(200);
      return body;
    }, 20_000);

  async function opened(): Promise<string> {
    const first = await review.start();
    const { id } = await caseOf(await submitted(), await first.as(officer));
    await first.service.stop();
    return id;
  }

  it('after commit, before publish: the decision stands and is announced by the next start', async () => {
    const id = await opened();
    const killed = await review.start('after-commit-before-publish');
    const order = { key: randomUUID(), version: 1 };
    const lost = (await killed.as(officer)).post(`/cases/${id}/officer`, body, order);
    const accepted = await lost.catch(() => undefined);
    await killed.service.ended;
    const again = await (await review.start()).as(officer);
    const repeated = await again.post(`/cases/${id}/officer`, body, order);
    expect(repeated.status).toBe(200);
    if (accepted) expect(repeated.body).toEqual(accepted.body);
    await review.heard.until(CaseOfficerAssigned, id);
    expect(review.heardOf(CaseOfficerAssigned, id)).toHaveLength(1);
  });

  it('after publish, before mark: the event comes twice under one id, from one decision', async () => {
    const id = await opened();
    const killed = await review.start('after-publish-before-mark');
    const order = { key: randomUUID(), version: 1 };
    await (await killed.as(officer)).post(`/cases/${id}/officer`, body, order).catch(() => undefined);
    await killed.service.ended;
    const again = await (await review.start()).as(officer);
    expect((await again.post(`/cases/${id}/officer`, body, order)).body.version).toBe(2);
    await eventually(() => {
      const copies = review.heardOf(CaseOfficerAssigned, id);
      expect([copies.length, new Set(copies).size]).toEqual([2, 1]);
    });
    expect(await review.count('SELECT FROM event WHERE stream = $1', [`case/${id}`])).toBe(2);
  });

  it('in the middle of a reaction: a submission opens one case', async () => {
    const killed = await review.start('after-effect-before-offset');
    const applicationId = await submitted();
    await killed.service.ended;
    const { id } = await caseOf(applicationId, await (await review.start()).as(officer));
    // Handled after the copy: nothing of the first one is on its way any more.
    const next = await submitted();
    await caseOf(next, await (await review.start()).as(officer));
    expect(await review.count('SELECT FROM event WHERE stream = $1', [`case/${id}`])).toBe(1);
  }, 120_000);

  it('in the middle of a reaction: an accepted decision grants one permit', async () => {
    const first = await review.start();
    const applicationId = await submitted();
    const { id } = await caseOf(applicationId, await first.as(officer));
    const complete = await (await first.as(officer)).post(`/cases/${id}/completeness`, {}, { version: 1 });
    const decision = { decision: 'AUTHORISED', reasons: 'Weighed.' };
    const decided = await (await first.as(authority)).post(`/cases/${id}/decision`, decision, {
      version: complete.body.version,
    });
    await review.heard.until(CaseDecided, id);
    await first.service.stop();
    const killed = await review.start('after-effect-before-offset');
    const { version } = decided.body;
    await (await killed.as(claire))
      .post(`/cases/${id}/decision/acceptance`, undefined, { version })
      .catch(() => undefined);
    await killed.service.ended;
    const again = await (await review.start()).as(officer);
    const permitId = await eventually(async () => {
      const { body } = await again.get(`/cases/${id}`);
      expect(body.permitId).toEqual(expect.any(String));
      return body.permitId as string;
    }, 20_000);
    const baseId = permitId.replace('-v1', '');
    await review.heard.until(PermitGranted, baseId);
    expect(await review.count('SELECT FROM permit WHERE case_id = $1', [id])).toBe(1);
    expect(new Set(review.heardOf(PermitGranted, baseId)).size).toBe(1);
  }, 120_000);
});
