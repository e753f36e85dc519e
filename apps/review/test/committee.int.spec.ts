import { CaseHolderRemarked, CaseVoteOpened, InterestsPublished, SessionItemOpened } from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { eventually, textOfPdf } from '@hub/testkit';
import { KnownHolders } from '../src/catalogue/known-holders.store.js';
import { grounds, people, ReviewUnderTest, type Who } from './review-under-test.js';

const present: Who[] = ['president', 'rapporteur-1', 'rapporteur-2', 'member-1'];
const tie = { kind: 'EMPLOYMENT', to: 'ORGANISATION', id: 'inserm', since: '2019-09-01' };

describe('the committee', () => {
  let review: ReviewUnderTest;
  let second: RunningService;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    second = await review.another();
  });
  afterAll(() => review?.stop());

  const anew = async (who: Who, path: string, body?: unknown) => (await review.hub.as(people[who])).post(path, body);
  const version = async (path: string) => (await review.get('auditor', path)).body.version as number;

  async function before(applicationId: string, ...who: Who[]): Promise<string> {
    const id = await review.opened(applicationId);
    await review.does('officer', `/cases/${id}/completeness`, {});
    for (const member of who) await review.does(member, `/cases/${id}/interests`, { interest: false });
    return id;
  }

  async function reported(applicationId: string): Promise<string> {
    const id = await before(applicationId, ...present);
    await review.does('president', `/cases/${id}/rapporteurs`, { rapporteurs: ['rapporteur-1', 'rapporteur-2'] });
    for (const who of ['rapporteur-1', 'rapporteur-2'] as const)
      await review.does(who, `/cases/${id}/reports`, { text: 'Lu.', proposal: 'FAVOURABLE' });
    return id;
  }

  it('publishes standing declarations to everybody, and recuses by them', async () => {
    expect((await anew('member-3', '/interests/mine', { ties: [tie] })).status).toBe(200);
    expect((await anew('claire', '/interests/mine', { ties: [] })).status).toBe(403);
    expect((await review.get(undefined, '/interests')).body.items).toMatchObject([
      { memberId: 'member-3', ties: [tie], outdated: false, confirmBy: '2027-03-02' },
    ]);
    expect((await review.get(undefined, '/interests/member-3')).status).toBe(200);
    await review.heard.until(InterestsPublished, 'member-3');
    const id = await before('app-tied', 'president');
    const refused = await review.order('member-3', `/cases/${id}/interests`, { interest: false });
    expect(refused).toMatchObject({ status: 409, body: { code: 'declared-elsewhere', entries: [tie] } });
    const { body } = await review.get('president', `/cases/${id}`);
    expect(body.committee.conflicts).toEqual([{ memberId: 'member-3', entries: [tie] }]);
    await review.does('president', `/cases/${id}/recusals`, { memberId: 'member-3' });
    expect((await review.get('member-3', `/cases/${id}`)).status).toBe(404);
  });

  it('recuses by a sponsor that the form names and the directory does not have', async () => {
    const bySponsor = { kind: 'FUNDING', to: 'SPONSOR', id: 'Laboratoire d’Été', since: '2019-09-01' };
    expect((await anew('reader-1', '/interests/mine', { ties: [bySponsor] })).status).toBe(200);
    const tied = await review.opened('app-sponsored', 'FR_AUTHORISATION', {
      parties: [{ role: 'sponsor', name: "LABORATOIRE D'ETE" }],
    });
    const free = await review.opened('app-unsponsored');
    for (const id of [tied, free]) await review.does('officer', `/cases/${id}/completeness`, {});
    const declares = (id: string) => review.order('reader-1', `/cases/${id}/interests`, { interest: false });
    expect(await declares(tied)).toMatchObject({
      ...{ status: 409, body: { code: 'declared-elsewhere', entries: [bySponsor] } },
    });
    expect((await declares(free)).status).toBe(200);
  });

  it('holds a session: items put to the vote, minutes as PDF, and nothing of it for who is recused', async () => {
    const id = await reported('app-session');
    await review.does('member-2', `/cases/${id}/interests`, { interest: true });
    const planned = await anew('officer', '/sessions', {
      startsAt: '2026-03-24T14:00:00+01:00',
      place: 'Salle Laennec',
    });
    const session = `/sessions/${planned.body.id}`;
    await review.does('officer', `${session}/agenda`, { caseId: id });
    await review.does('president', `${session}/opening`, { present: [...present, 'member-2'] });
    expect((await anew('officer', `${session}/items/${id}/opening`)).status).toBe(403);
    expect((await anew('president', `${session}/items/${id}/opening`)).status).toBe(200);
    expect((await review.heard.until(CaseVoteOpened, id)).data).toMatchObject({ sessionId: planned.body.id, present });
    await eventually(async () => {
      const { body } = await review.get('member-1', session);
      expect(body.agenda).toMatchObject([{ caseId: id, vote: { present, quorum: 3 } }]);
    });
    expect((await review.order('officer', `${session}/minutes`, {})).body.code).toBe('items-still-open');
    for (const who of present) await review.does(who, `/cases/${id}/votes`, { vote: 'FAVOURABLE' });
    await review.does('president', `/cases/${id}/opinion`, { grounds });
    await review.does('officer', `${session}/minutes`, { remarks: 'Séance ordinaire.' });
    await review.does('president', `${session}/closing`);
    const minutes = async (who: 'member-1' | 'claire' | 'member-2') => {
      const reply = await fetch(`${review.hub.service.url}${session}/minutes.pdf?lang=fr`, {
        headers: { authorization: `Bearer ${await review.hub.directory.token(people[who])}` },
      });
      return reply.status === 200 ? textOfPdf(Buffer.from(await reply.arrayBuffer())) : String(reply.status);
    };
    expect(await minutes('member-1')).toMatch(/24 mars 2026.*member-2.*Favorable.*Sound\./s);
    expect(await minutes('claire')).toBe('404');
    expect(await minutes('member-2')).not.toMatch(new RegExp(`${id}|Sound`));
    expect(JSON.stringify((await review.get('member-2', session)).body)).not.toContain(id);
    expect(JSON.stringify(review.heard.raw)).not.toMatch(/Laennec|ordinaire/);
    expect(SessionItemOpened.topic).toBe('hub.review.session.v1');
  });

  it('lists its sessions in pages, the latest first', async () => {
    for (const day of ['2026-04-07', '2026-04-14', '2026-04-21'])
      await anew('president', '/sessions', { startsAt: `${day}T09:00:00Z`, link: 'https://visio.example/s' });
    const first = await review.get('member-1', '/sessions?limit=2');
    expect(first.body.items.map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10))).toEqual([
      '2026-04-21',
      '2026-04-14',
    ]);
    const next = await review.get('member-1', `/sessions?limit=2&after=${first.body.next}`);
    expect(next.body.items[0].startsAt).toContain('2026-04-07');
    expect((await review.get('claire', '/sessions')).status).toBe(403);
  });

  it('takes votes given at the same instant, one of each member', async () => {
    const id = await reported('app-votes');
    await review.does('president', `/cases/${id}/vote`, { present });
    const seen = await version(`/cases/${id}`);
    const votes = present.flatMap((who) => [review.hub.as(people[who]), review.at(second, who)]);
    const replies = await Promise.all(
      (await Promise.all(votes)).map((caller) =>
        caller.post(`/cases/${id}/votes`, { vote: 'FAVOURABLE' }, { version: seen }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 409, 409, 409, 409]);
    expect(await version(`/cases/${id}`)).toBe(seen + 4);
  });

  it('asks the data holder, who sees its own remark and no more of the case', async () => {
    await review.hub.service.app.get(KnownHolders).learn({ datasetId: 'bleeds', version: 1, holderId: 'cnam' });
    const id = await before('app-held', 'member-1');
    const { body: listed } = await review.get('holder', '/cases?limit=200');
    expect(listed.items.map((row: { id: string }) => row.id)).toEqual([id]);
    await review.does('holder', `/cases/${id}/remarks`, { text: 'Grande table.' });
    expect((await review.heard.until(CaseHolderRemarked, id)).data).toMatchObject({ holderId: 'cnam' });
    const { body } = await review.get('holder', `/cases/${id}`);
    expect(body).toMatchObject({ you: ['consulted'], allowed: [], holderRemarks: [{ text: 'Grande table.' }] });
    expect((await review.get('member-1', `/cases/${id}`)).body.holderRemarks).toHaveLength(1);
    expect((await review.get('claire', `/cases/${id}`)).body).not.toHaveProperty('holderRemarks');
    expect((await review.get('holder', `/cases/${id}/opinion.pdf`)).status).toBe(404);
    expect(JSON.stringify(review.heard.raw)).not.toContain('Grande table');
  });

  it('gives a rapporteur four files a month, however many presidents give them at once', async () => {
    review.hub.clock.moveTo(new Date('2026-04-01T09:00:00.000Z'));
    const ids = await Promise.all(Array.from({ length: 6 }, (_, index) => before(`app-load-${index}`, ...present)));
    const callers = await Promise.all([review.hub.as(people.president), review.at(second, 'president')]);
    const replies = await Promise.all(
      ids.map(async (id, index) => {
        const rapporteurs = ['rapporteur-1', index % 2 ? 'rapporteur-2' : 'member-1'];
        const options = { version: await version(`/cases/${id}`) };
        return callers[index % 2]?.post(`/cases/${id}/rapporteurs`, { rapporteurs }, options);
      }),
    );
    const { body } = await review.get('president', '/rapporteurs/load');
    const files = body.items.find((item: { rapporteurId: string }) => item.rapporteurId === 'rapporteur-1').files;
    expect(files).toBe(body.most.FR_AUTHORISATION);
    expect(replies.map((reply) => reply?.body.code ?? 'named').sort()).toContain('rapporteurs-full');
    expect((await review.get('member-1', '/rapporteurs/load')).status).toBe(403);
  });
});
