import {
  ApplicationInformationProvided,
  RegisterEntryPublished,
  RegisterPublicationMissed,
  RegisterPublicationNear,
} from '@hub/contracts';
import { eventually, Heard, publish } from '@hub/testkit';
import { ReviewUnderTest, scope, team } from './review-under-test.js';

const both = (fr: string, en: string) => ({ fr, en });
const texts = {
  title: both('Hémorragies sous anti-inflammatoires', 'Bleeding under anti-inflammatory drugs'),
  summary: both('Nous étudions un effet indésirable fréquent.', 'We study a common side effect.'),
};

describe('the public register', () => {
  let review: ReviewUnderTest;
  let heard: Heard;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    heard = await Heard.on('hub.review.register.v1');
  });
  afterAll(async () => {
    await heard?.stop();
    await review?.stop();
  });

  const read = async (path: string) => (await review.get(undefined, path)).body;
  const publication = (id: string, body: unknown, who: 'officer' | 'claire' = 'officer', version?: number) =>
    review.order(who, `/register/${id}/publication`, body, version);

  it('shows an application from its reception, without a person, a team or a column', async () => {
    const id = await review.opened('app-received');
    const entry = await read('/register/app-received');
    expect(entry).toMatchObject({ kind: 'APPLICATION', organisationId: 'inserm', datasets: ['bleeds'], title: null });
    expect(entry.notice).toBe('/applications/app-received/public');
    expect(entry.history).toMatchObject([{ what: 'RECEIVED', words: { fr: 'Demande reçue' } }]);
    for (const hidden of ['claire', 'david', 'birth_year', id]) expect(JSON.stringify(entry)).not.toContain(hidden);
    expect((await review.get(undefined, '/register/app-unknown')).status).toBe(404);
  });

  it('publishes the officer’s texts, tells others that it did, and finds them in both languages without accents', async () => {
    await review.opened('app-texts');
    expect((await publication('app-texts', texts, 'claire')).status).toBe(403);
    expect((await publication('app-texts', texts)).status).toBe(200);
    const told = await heard.until(RegisterEntryPublished, 'app-texts');
    expect(told.data).toMatchObject({ about: 'RECEPTION', changed: ['title', 'summary'] });
    expect(JSON.stringify(told.data)).not.toMatch(/rragies|Bleeding/);
    for (const q of ['hemorragie', 'HÉMORRAGIES', 'frequents', 'drug', 'bleed', 'effet indesirable']) {
      const { items } = await read(`/register?q=${encodeURIComponent(q)}`);
      expect([q, items.map(({ id }: { id: string }) => id)]).toEqual([q, ['app-texts']]);
    }
    expect((await read('/register?q=cardiologie')).items).toEqual([]);
    expect((await publication('app-texts', texts, 'officer', 0)).status).toBe(412);
  });

  it('publishes no summary that the applicant keeps confidential, and hides one that becomes so', async () => {
    await review.opened('app-secret');
    await publication('app-secret', texts);
    const provided = { requestId: 'r', fields: [], team, scope, summaryConfidential: true };
    await publish(ApplicationInformationProvided, 'app-secret', { applicationId: 'app-secret', ...provided });
    await eventually(async () => expect((await read('/register/app-secret')).summary).toBeNull());
    expect((await read('/register?q=indesirable')).items).toHaveLength(1);
    expect((await review.get(undefined, '/register/export.csv')).body.match(/We study a common/g)).toHaveLength(1);
    const again = await publication('app-secret', { ...texts, title: both('Autre', 'Other') });
    expect(again).toMatchObject({ status: 422, body: { code: 'summary-is-confidential' } });
  });

  it('shows a refusal with the officer’s plain words only, overdue after 30 working days', async () => {
    const id = await review.toTheAuthority('app-refused');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'REFUSED', reasons: 'INTERNAL REASONS' });
    const entry = await read('/register/app-refused');
    expect(entry).toMatchObject({ kind: 'REFUSAL', decision: null, publication: { status: 'DUE' } });
    // 2 March 2026 and 30 working days, Easter Monday (6 April) not among them: 14 April, Paris time.
    expect(entry.publication.dueAt).toBe('2026-04-14T21:59:59.999Z');
    review.hub.clock.moveTo(new Date('2026-04-10T08:00:00.000Z'));
    const { dueAt } = entry.publication;
    expect((await heard.until(RegisterPublicationNear, 'app-refused')).data).toMatchObject({ caseId: id, dueAt });
    review.hub.clock.moveTo(new Date('2026-04-14T22:00:00.000Z'));
    expect((await heard.until(RegisterPublicationMissed, 'app-refused')).data).toMatchObject({ caseId: id, dueAt });
    const { items } = await read('/register?publication=OVERDUE');
    expect(items.map((item: { id: string }) => item.id)).toEqual(['app-refused']);
    expect((await publication('app-refused', texts)).body).toMatchObject({ code: 'decision-words-missing' });
    await publication('app-refused', {
      ...texts,
      decision: both('Refusé : trop de données.', 'Refused: too much data.'),
    });
    const shown = await read('/register/app-refused');
    expect(shown).toMatchObject({
      decision: { fr: 'Refusé : trop de données.' },
      publication: { status: 'PUBLISHED', late: true },
    });
    expect(shown.history.map(({ what }: { what: string }) => what)).toEqual([
      ...['RECEIVED', 'REFUSAL', 'PUBLICATION_OVERDUE', 'TEXTS_PUBLISHED'],
    ]);
    expect(JSON.stringify(shown)).not.toContain('INTERNAL');
  });

  it('shows permits and their changes; a decision that was published is awaited no more', async () => {
    const id = await review.toTheAuthority('app-permit');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons: 'Proportionate.' });
    const waiting = `SELECT kind FROM deadline WHERE subject = 'app-permit' AND done_at IS NULL ORDER BY kind`;
    const kinds = async () => (await review.rows(waiting, [])).rows.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['publication', 'publication-reminder']);
    await publication('app-permit', { ...texts, decision: both('Autorisé.', 'Authorised.') });
    expect(await kinds()).toEqual([]);
    const permitId = await review.permitOf(id);
    await review.does('officer', `/permits/${permitId}/team`, { remove: ['david'], reason: 'Left.' });
    await review.does('authority', `/permits/${permitId}/revocation`, { reasons: 'INTERNAL' });
    const entry = await read('/register/app-permit');
    expect(entry).toMatchObject({ kind: 'PERMIT', permit: { id: permitId.replace('-v1', '-v2'), status: 'REVOKED' } });
    expect(entry.history.map(({ what }: { what: string }) => what).sort()).toEqual(
      ['PERMIT', 'PERMIT_CHANGED', 'PERMIT_GRANTED', 'PERMIT_REVOKED', 'RECEIVED', 'TEXTS_PUBLISHED'].sort(),
    );
    expect(JSON.stringify(entry)).not.toMatch(/claire|david|INTERNAL|Left/);
  });

  it('pages without skipping or repeating, however much is received meanwhile', async () => {
    const all = (await read('/register?limit=200')).items.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    let next: string | null = '';
    do {
      const page: { items: { id: string }[]; next: string | null } = await read(
        `/register?limit=2${next && `&after=${next}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      if (seen.length === 2) {
        review.hub.clock.advance(1000);
        await review.opened('app-meanwhile');
      }
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(all);
    expect((await review.get(undefined, '/register?after=made-up')).status).toBe(400);
  });

  it('filters by procedure, kind, organisation, dataset and year', async () => {
    const count = async (query: string) => (await read(`/register?limit=200&${query}`)).items.length;
    const all = await count('');
    expect(await count('kind=REFUSAL')).toBe(1);
    for (const one of ['procedure=FR_AUTHORISATION', 'organisation=inserm', 'dataset=bleeds', 'year=2026'])
      expect([one, await count(one)]).toEqual([one, all]);
    for (const none of ['procedure=EU_ACCESS', 'organisation=hdh', 'dataset=other', 'year=2025'])
      expect([none, await count(none)]).toEqual([none, 0]);
    expect((await review.get(undefined, '/register?kind=OTHER')).status).toBe(400);
  });

  it('is downloaded whole, as JSON and as CSV that no spreadsheet calculates', async () => {
    await publication('app-meanwhile', { ...texts, title: both('=HYPERLINK("x")', '@SUM(A1)') });
    const items = await read('/register/export.json');
    expect(items).toHaveLength((await read('/register?limit=200')).items.length);
    const { body, headers } = await review.get(undefined, '/register/export.csv?dataset=bleeds');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body).toContain(`"'=HYPERLINK(""x"")",'@SUM(A1)`);
    expect(body).not.toMatch(/(^|,|")[=@]/m);
  });
});
