import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedSource } from '../src/data/generated-source.js';
import type { Source } from '../src/data/source.js';
import { type Body, Refused, until } from '../src/hub-client.js';
import { Narrator } from '../src/narrator.js';
import { type Account, type People, peopleOf } from '../src/road/people.js';
import { publish } from '../src/road/publish.js';
import { filled } from './filled-form.js';
import { WholeHub } from './whole-hub.js';

/** Every declared procedure over the public API, from the form that anybody can read to its outcome. */
describe('the procedures', () => {
  let hub: WholeHub;
  let folder: string;
  let source: Source;
  let people: People;
  let datasetId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-procedures-'));
    hub = await WholeHub.start();
    people = peopleOf(hub.gateway, hub.issuer);
    source = await generatedSource(folder, 50);
    const ids = await publish(people, new Narrator(() => {}), source);
    datasetId = ids.get(source.study.dataset) as string;
  }, 240_000);
  afterAll(async () => {
    const { code, left } = await hub.stop();
    await Promise.all([hub.remove(), rm(folder, { recursive: true, force: true })]);
    expect([code, left]).toEqual([0, []]);
  }, 60_000);

  /** A complete application under a procedure, submitted; answers its id and its case's. */
  async function submitted(procedure: string, given: Record<string, unknown> = {}) {
    const { claire, officer } = people;
    const { id } = await claire.post('/applications', { procedure });
    const answers = filled(await claire.get(`/applications/forms/${procedure}`), given);
    await claire.change(`/applications/${id}`, (path) => ['PUT', `${path}/answers`, { answers }]);
    await until('the catalogue’s events have arrived', () =>
      claire
        .change(`/applications/${id}`, (path) => ['PUT', `${path}/basket`, source.study.scope(datasetId)])
        .catch((refused) => (refused.body?.code === 'not-in-catalogue' ? undefined : Promise.reject(refused))),
    );
    await claire.change(`/applications/${id}`, (path) => ['POST', `${path}/submission`]);
    const found = await until('the case is open', () =>
      officer.get(`/cases/by-application/${id}`).catch((refused) => (refused.status === 404 ? undefined : refused)),
    );
    return { id, caseId: found.id as string };
  }

  const does = (who: Account, caseId: string, part: string, body: unknown = {}) =>
    people[who].change(`/cases/${caseId}`, (path) => ['POST', `${path}/${part}`, body]);
  /** The authority finds every criterion of the procedure met. */
  const findsAllMet = async (caseId: string) => {
    const { findings }: Body = await people.authority.get(`/cases/${caseId}`);
    for (const { key: criterion } of findings)
      await does('authority', caseId, 'findings', { criterion, finding: 'MET', reasons: 'All is shown.' });
  };
  const reaches = (id: string, status: string) =>
    until(`the application is ${status}`, async () => {
      const seen: Body = await people.claire.get(`/applications/${id}`);
      return seen.status === status && seen;
    });
  const timeline = async (id: string) => {
    const { timeline: told } = await people.claire.get(`/dossiers/${id}`);
    return told as { type: string; en: string; fr: string }[];
  };

  it('are offered with their forms, in both languages, to everybody', async () => {
    const { items }: Body = await (await fetch(`${hub.gateway}/applications/forms`)).json();
    expect(items.map(({ procedure }: Body) => procedure).sort()).toEqual([
      ...['EU_ACCELERATED', 'EU_ACCESS', 'EU_DATA_REQUEST', 'EU_TRUSTED_HOLDER', 'FR_AUTHORISATION', 'FR_MR004'],
    ]);
    for (const { title } of items) expect([title.en, title.fr].every((words) => words.length > 3)).toBe(true);
  });

  it('register a commitment of conformity without a permit', async () => {
    const { id, caseId } = await submitted('FR_MR004');
    await does('officer', caseId, 'completeness');
    expect((await people.officer.get(`/cases/${caseId}`)).status).toBe('REGISTERED');
    await until('the dossier tells it', async () =>
      (await timeline(id)).some(({ fr }) => fr === "L'engagement de conformité a été enregistré."),
    );
  }, 60_000);

  it('refuse in both languages what a procedure does not know', async () => {
    const { caseId } = await submitted('EU_ACCESS');
    await does('officer', caseId, 'completeness');
    const refused = await does('president', caseId, 'opinion', {}).catch((error) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ en: expect.any(String), fr: expect.any(String) });
  }, 60_000);

  it('lead a European application straight to the authority, which refuses with reasons', async () => {
    const { id, caseId } = await submitted('EU_ACCESS');
    await does('officer', caseId, 'completeness');
    await does('authority', caseId, 'decision', { decision: 'REFUSED', reasons: 'The purpose is not permitted.' });
    await reaches(id, 'NEGATIVE_DECISION_ISSUED');
    await does('claire', caseId, 'decision/appeal', { grounds: 'It is permitted: article 53(1)(e).' });
    await reaches(id, 'NEGATIVE_DECISION_APPEALED');
    const told = (await timeline(id)).map(({ type }) => type);
    expect(told).not.toContain('review.case.opinion-issued.v1');
    expect(told).toContain('review.case.decided.v1');
  }, 60_000);

  it('issue a European permit only once the applicant has accepted, and anybody can check it', async () => {
    const { id, caseId } = await submitted('EU_ACCELERATED', { 'applicant.publicBody': true });
    await does('officer', caseId, 'completeness');
    const decision = { decision: 'AUTHORISED', reasons: 'All is shown.', months: 24 };
    const unfounded = await does('authority', caseId, 'decision', decision).catch((error) => error);
    expect(unfounded.body.criteria).toContain('RISKS_MITIGATED');
    await findsAllMet(caseId);
    await does('authority', caseId, 'decision', decision);
    await reaches(id, 'POSITIVE_DECISION_ISSUED');
    const card: Body = await people.claire.get(`/cases/${caseId}/decision-card`);
    expect(JSON.stringify(card)).toContain('All is shown.');
    await expect(people.eve.get(`/cases/${caseId}/decision-card`)).rejects.toMatchObject({ status: 404 });
    expect((await people.claire.get(`/cases/${caseId}`)).permitId).toBeUndefined();
    await does('claire', caseId, 'decision/acceptance');
    await reaches(id, 'POSITIVE_DECISION_ACCEPTED');
    const permitId = await until(
      'the permit is there',
      async () => (await people.claire.get(`/cases/${caseId}`)).permitId,
    );
    const status: Body = await (await fetch(`${hub.gateway}/permits/${permitId}/status`)).json();
    expect(JSON.stringify(status)).not.toContain('claire');
    for (const lang of ['en', 'fr']) {
      const bytes = await people.claire.bytes(`/permits/${permitId}/document.pdf?lang=${lang}`);
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    }
  }, 60_000);

  it('ask a trusted holder first, whose proposal the authority answers', async () => {
    const { caseId } = await submitted('EU_TRUSTED_HOLDER');
    await does('officer', caseId, 'completeness');
    const holders = await Promise.all(
      (['holder-cnam', 'holder-chu'] as const).map((who) =>
        people[who].get(`/cases/${caseId}`).then(
          () => who,
          () => undefined,
        ),
      ),
    );
    const holder = holders.find((who) => who !== undefined) as Account;
    expect(holders.filter((who) => who !== undefined)).toHaveLength(1);
    await does(holder, caseId, 'proposals', { proposal: 'GRANT', reasons: 'The data exist and suffice.' });
    const decision = { decision: 'AUTHORISED', reasons: 'As proposed.' };
    const refused = await does('authority', caseId, 'decision', decision).catch((error) => error);
    expect([refused.status, refused.body.fr]).toEqual([expect.any(Number), expect.stringMatching(/proposition/)]);
    await findsAllMet(caseId);
    await does('authority', caseId, 'decision', { ...decision, followedProposal: true });
    expect((await people.claire.get(`/cases/${caseId}`)).status).toBe('POSITIVE_DECISION_ISSUED');
  }, 60_000);

  it('tell everybody concerned in the portal and by letter, in the language of each', async () => {
    const told = (items: Body[], text: RegExp) => items.some((item) => text.test(JSON.stringify(item)));
    const inbox = await until('notices have come', async () => {
      const { items }: Body = await people.claire.get('/notices');
      return told(items, /complet|décision/i) && (items as Body[]);
    });
    expect(JSON.stringify(inbox)).not.toContain('public research institute');
    const letters = await until('letters have come', async () => {
      const files = await readdir(join(hub.home, 'mail')).catch(() => []);
      const texts = await Promise.all(files.map((file) => readFile(join(hub.home, 'mail', file), 'utf8')));
      const languages = new Set(texts.map((text) => /^Content-Language: (\w+)/im.exec(text)?.[1]));
      return languages.has('fr') && languages.has('en') && texts;
    });
    expect(letters.join('\n')).not.toContain('public research institute');
  }, 60_000);
});
