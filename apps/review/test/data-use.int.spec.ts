import { DatasetPublished, OrganisationAmended, OrganisationRegistered } from '@hub/contracts';
import { eventually, publish } from '@hub/testkit';
import { ReviewUnderTest } from './review-under-test.js';

describe('the data-use match of a case', () => {
  let review: ReviewUnderTest;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
  });
  afterAll(() => review?.stop());

  const publication = (version: number, code: string) =>
    publish(DatasetPublished, 'bleeds', {
      ...{ datasetId: 'bleeds', holderId: 'chu', version, accessRight: 'NON_PUBLIC' as const, tables: [] },
      dataUse: [{ code }],
    });

  it('is read by staff and the committee, says nothing of datasets without codes, and decides nothing', async () => {
    const id = await review.opened('app-use');
    const { status, body } = await review.get('officer', `/cases/${id}/data-use`);
    expect(status).toBe(200);
    expect(body.datasets).toEqual([{ datasetId: 'bleeds', verdict: 'CANNOT_TELL', findings: [] }]);
    for (const who of ['claire', 'david'] as const)
      expect((await review.get(who, `/cases/${id}/data-use`)).status).toBe(403);
    expect((await review.get('eve', `/cases/${id}/data-use`)).status).toBe(404);
    expect((await review.get(undefined, `/cases/${id}/data-use`)).status).toBe(401);
  });

  it('follows what the catalogue and the directory announce', async () => {
    const id = await review.opened('app-codes');
    const verdict = async () => (await review.get('auditor', `/cases/${id}/data-use`)).body.datasets[0].verdict;
    await publication(1, 'DUO:0000045');
    await publish(OrganisationRegistered, 'inserm', { organisationId: 'inserm', kind: 'industry' }, { version: 1 });
    await eventually(async () => expect(await verdict()).toBe('NO_MATCH'));
    const amended = { organisationId: 'inserm', kind: 'research', publicBody: true, country: 'FR' };
    await publish(OrganisationAmended, 'inserm', amended, { version: 2 });
    await eventually(async () => expect(await verdict()).toBe('MATCH'));
    await publication(2, 'DUO:0000021');
    await eventually(async () => expect(await verdict()).toBe('CANNOT_TELL'));
  });

  it('reads what the form states in codes', async () => {
    const use = { commercial: true, months: 36, countries: ['FR'] };
    const id = await review.opened('app-stated', 'FR_AUTHORISATION', { use });
    await publication(3, 'DUO:0000046');
    await eventually(async () => {
      const { body } = await review.get('officer', `/cases/${id}/data-use`);
      expect(body).toMatchObject({
        stated: use,
        datasets: [{ verdict: 'NO_MATCH', findings: [{ code: 'DUO:0000046' }] }],
      });
    });
  });
});
