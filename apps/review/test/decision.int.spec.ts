import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApplicationSubmitted,
  CaseDecided,
  CaseDecisionUnanswered,
  CaseFindingRecorded,
  DatasetPublished,
  PermitGranted,
} from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { eventually, publish, textOfPdf } from '@hub/testkit';
import { ReviewUnderTest, scope, team } from './review-under-test.js';

const reasons = 'Weighed.';
const [bleeds] = scope.datasets;
const cohort = { datasetId: 'cohort', tables: [{ table: 't', columns: ['c'] }] };
const datasets = [
  { datasetId: 'bleeds', decision: 'GRANTED' },
  { datasetId: 'cohort', decision: 'REFUSED', reasons: 'Not necessary.' },
];

/** A folder with an operator's own template of positive decisions. */
function ownTemplates(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-templates-'));
  const shipped = readFileSync(join(import.meta.dirname, '../../templates/positive-decision.json'), 'utf8');
  const title = { en: 'Notice {{id}}', fr: 'Notification {{id}} de la République' };
  writeFileSync(join(folder, 'ours.json'), JSON.stringify({ ...JSON.parse(shipped), id: 'ours', title }));
  return folder;
}

describe('a decision that must be accepted', () => {
  const templates = ownTemplates();
  let review: ReviewUnderTest;
  let second: RunningService;

  beforeAll(async () => {
    process.env.DOCUMENT_TEMPLATES = templates;
    review = await ReviewUnderTest.start();
    second = await review.another();
  });
  afterAll(async () => {
    delete process.env.DOCUMENT_TEMPLATES;
    rmSync(templates, { recursive: true });
    await review?.stop();
  });

  /** A case on the authority's table under a procedure. */
  async function onTheTable(applicationId: string, procedure = 'EU_ACCESS', procedureVersion = 1): Promise<string> {
    await publish(ApplicationSubmitted, applicationId, {
      ...{ applicationId, procedure, procedureVersion, leadId: 'claire', organisationId: 'inserm', team },
      ...{ scope: { ...scope, datasets: [...scope.datasets, cohort] }, purposes: ['e'] },
      use: { diseases: ['MONDO:0005148'] },
      submittedAt: review.hub.clock.now().toISOString(),
    });
    const id = await eventually(async () => {
      const { status, body } = await review.get('officer', `/cases/by-application/${applicationId}`);
      if (status !== 200) throw new Error(`no case yet: ${status}`);
      return body.id as string;
    });
    await review.does('officer', `/cases/${id}/completeness`, {});
    return id;
  }

  const permitsOf = async (caseId: string) =>
    (await review.rows('SELECT base_id, datasets FROM permit WHERE case_id = $1', [caseId])).rows;

  it('shows the fees before it, and leads to a permit with the granted datasets on acceptance only', async () => {
    const id = await onTheTable('eu-accepted');
    await review.does('officer', `/cases/${id}/fees`, { publicBody: true, months: 36 });
    const { fees } = (await review.get('claire', `/cases/${id}`)).body;
    expect(fees.totalCents).toBe((150_000 + 200_000 + 20_000 + 360_000) / 2);
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons, datasets });
    const { data } = await review.heard.until(CaseDecided, id);
    expect(data).toMatchObject({ status: 'POSITIVE_DECISION_ISSUED', partial: true });
    expect(await permitsOf(id)).toEqual([]);
    const seen = await review.get('claire', `/cases/${id}`);
    expect(seen.body.allowed).toEqual(['accept-decision', 'decline-decision']);
    await review.does('claire', `/cases/${id}/decision/acceptance`);
    const permitId = await review.permitOf(id);
    expect(await permitsOf(id)).toEqual([{ base_id: permitId.replace('-v1', ''), datasets: ['bleeds'] }]);
    const granted = await review.heard.until(PermitGranted, permitId.replace('-v1', ''));
    expect(granted.data).toMatchObject({ optOutException: false, optOutAsAt: seen.body.decision.at });
    expect(granted.data.scope.datasets).toEqual([bleeds]);
    const { document } = (await review.get('claire', `/permits/${permitId}`)).body;
    expect(document.fees).toEqual({ currency: 'EUR', cents: fees.totalCents });
  });

  it('leads to a permit with categories of the data, the purpose in detail, tools and why opt-outs are set aside [R7.3.2]', async () => {
    const announced = { ...DatasetPublished.example, datasetId: 'bleeds', healthCategories: ['HRAD', 'MRMR'] };
    await publish(DatasetPublished, 'bleeds', announced);
    await eventually(async () => {
      const known = 'SELECT categories FROM known_holder WHERE dataset_id = $1';
      expect((await review.rows(known, ['bleeds'])).rows).toEqual([{ categories: ['HRAD', 'MRMR'] }]);
    });
    const id = await onTheTable('eu-fields');
    const given = { decision: 'AUTHORISED', reasons, datasets, tools: ['R'], optOutException: true };
    expect((await review.order('authority', `/cases/${id}/decision`, given)).body.code).toBe(
      'exception-without-reasons',
    );
    await review.does('authority', `/cases/${id}/decision`, { ...given, optOutReasons: 'A rare disease.' });
    await review.does('claire', `/cases/${id}/decision/acceptance`);
    const { document } = (await review.get('claire', `/permits/${await review.permitOf(id)}`)).body;
    expect(document).toMatchObject({
      data: { categories: [{ datasetId: 'bleeds', categories: ['HRAD', 'MRMR'] }] },
      ...{ use: { diseases: ['MONDO:0005148'] }, workspaceTools: ['R'] },
      optOut: { exception: true, reasons: 'A rare disease.' },
    });
  });

  it('rests on a finding on each criterion, which the applicant reads with it [R7.3.1] [R7.3.3]', async () => {
    const id = await onTheTable('eu-findings', 'EU_ACCESS', 3);
    const decision = { decision: 'AUTHORISED', reasons };
    const missing = await review.order('authority', `/cases/${id}/decision`, decision);
    const { findings: open } = (await review.get('authority', `/cases/${id}`)).body;
    const criteria = open.map(({ key }: { key: string }) => key);
    expect([missing.status, missing.body.code, missing.body.criteria]).toEqual([409, 'findings-missing', criteria]);
    for (const criterion of criteria)
      await review.does('authority', `/cases/${id}/findings`, {
        criterion,
        finding: 'MET',
        reasons: `On ${criterion}.`,
      });
    expect((await review.get('claire', `/cases/${id}`)).body.findings).toBeUndefined();
    await review.does('authority', `/cases/${id}/decision`, decision);
    const { body } = await review.get('claire', `/cases/${id}`);
    expect(body.decision.findings.map(({ reasons }: { reasons: string }) => reasons)).toEqual(
      criteria.map((criterion: string) => `On ${criterion}.`),
    );
    const { data } = await review.heard.until(CaseFindingRecorded, id);
    expect(data.criterion).toBe(criteria[0]);
  });

  it('is accepted and declined at once, in two places: one answer stands, and at most one permit', async () => {
    const id = await onTheTable('eu-twice');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons });
    const { version } = (await review.get('claire', `/cases/${id}`)).body;
    const [one, other] = [await review.hub.as(review.people.claire), await review.at(second, 'claire')];
    const replies = await Promise.all([
      one.post(`/cases/${id}/decision/acceptance`, undefined, { version }),
      other.post(`/cases/${id}/decision/decline`, {}, { version }),
    ]);
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 412]).toContain(statuses[1]);
    const { body } = await review.get('claire', `/cases/${id}`);
    expect(body.version).toBe(version + 1);
    if (body.status === 'POSITIVE_DECISION_ACCEPTED') await review.permitOf(id);
    expect(await permitsOf(id)).toHaveLength(body.status === 'POSITIVE_DECISION_ACCEPTED' ? 1 : 0);
  });

  it('is handed out as a signed card with the preview, to those concerned, and is printed by the operator’s template [R9.1.2]', async () => {
    const id = await onTheTable('eu-card');
    expect((await review.get('claire', `/cases/${id}/decision-card`)).status).toBe(404);
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons });
    expect((await review.get('eve', `/cases/${id}/decision-card`)).status).toBe(404);
    const { body: card } = await review.get('claire', `/cases/${id}/decision-card`);
    const { keys } = (await review.get(undefined, '/permits/keys')).body;
    expect([card.document.outcome, card.keyId]).toEqual(['POSITIVE', keys[0].kid]);
    expect(card.document.template).toEqual({ id: 'ours', version: 1 });
    const reply = await fetch(`${review.hub.service.url}/cases/${id}/decision-card.pdf?lang=fr`, {
      headers: { authorization: `Bearer ${await review.hub.directory.token(review.people.claire)}` },
    });
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    const text = (await textOfPdf(Buffer.from(await reply.arrayBuffer()))).replaceAll(/\s+/g, ' ');
    for (const part of ['Non signé', `Notification ${card.document.id} de la République`]) expect(text).toContain(part);
  });

  it('is refused, appealed and won before another officer, then accepted', async () => {
    const id = await onTheTable('eu-appeal');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'REFUSED', reasons });
    await review.does('claire', `/cases/${id}/decision/appeal`, { grounds: 'A mistake.' });
    const ruling = { ruling: 'APPROVED', reasons: 'A mistake indeed.', authorise: { months: 12 } };
    const own = await review.order('authority', `/cases/${id}/decision/appeal/ruling`, ruling);
    expect([own.status, own.body.code]).toEqual([403, 'ruling-on-own-decision']);
    await review.does('authority-2', `/cases/${id}/decision/appeal/ruling`, ruling);
    await review.does('claire', `/cases/${id}/decision/acceptance`);
    await review.permitOf(id);
  });

  it('of a request is answered in statistics without small counts, read by the lead', async () => {
    const id = await onTheTable('eu-statistics', 'EU_DATA_REQUEST');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons });
    const answer = (persons: number) => ({
      reference: 'S-1',
      countColumn: 'persons',
      rows: [{ region: 'BRE', persons }],
    });
    expect((await review.order('officer', `/cases/${id}/statistics`, answer(3))).body.code).toBe('small-cells');
    await review.does('officer', `/cases/${id}/statistics`, answer(120));
    const { body } = await review.get('claire', `/cases/${id}`);
    expect([body.status, body.statistics.rows]).toEqual(['STATISTICS_DELIVERED', [{ region: 'BRE', persons: 120 }]]);
    expect(await permitsOf(id)).toEqual([]);
  });

  it('of a request says on what terms it is delivered, by which officers find it [R7.4.2a]', async () => {
    const id = await onTheTable('eu-terms', 'EU_DATA_REQUEST');
    const terms = { anonymisation: 'NOISE_ADDED', accessRoute: 'SECURE_TRANSFER', safeguards: ['No linkage.'] };
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons, terms });
    expect((await review.get('claire', `/cases/${id}`)).body.decision.terms).toEqual({ ...terms, purposes: ['e'] });
    const found = async (query: string) => (await review.get('officer', `/cases?${query}`)).body.items;
    expect(await found('anonymisation=NOISE_ADDED')).toEqual([
      expect.objectContaining({ id, ...terms, deliveryPurposes: ['e'] }),
    ]);
    for (const term of ['accessRoute=SECURE_TRANSFER', 'safeguard=No%20linkage.', 'deliveryPurpose=e'])
      expect((await found(term)).map((row: { id: string }) => row.id)).toEqual([id]);
    for (const term of ['anonymisation=ROUNDED', 'accessRoute=ON_THE_CASE', 'safeguard=None', 'deliveryPurpose=a'])
      expect(await found(term)).toEqual([]);
  });

  it('counts as withdrawn after 28 days without an answer', async () => {
    const id = await onTheTable('eu-silent');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons });
    review.hub.clock.advance(30 * 86_400_000);
    await review.heard.until(CaseDecisionUnanswered, id);
    expect((await review.get('claire', `/cases/${id}`)).body.status).toBe('WITHDRAWN');
    expect(await permitsOf(id)).toEqual([]);
  });
});
