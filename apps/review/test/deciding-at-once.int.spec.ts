import { DatasetPublished } from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { eventually, publish } from '@hub/testkit';
import { grounds, ReviewUnderTest, type Who } from './review-under-test.js';

const remarks = [{ field: 'purpose.expectedBenefit', remark: 'For whom?' }];

/** A command that decides, who gives it, and where a case must stand for it. */
type Deciding = readonly [what: string, who: Who, path: string, body: object, at: keyof Standing];
interface Standing {
  screening: () => Promise<string>;
  committee: () => Promise<string>;
  voting: () => Promise<string>;
  choice: () => Promise<string>;
  authority: () => Promise<string>;
  holder: () => Promise<string>;
}

const deciding: readonly Deciding[] = [
  ['assigns the case', 'officer', 'officer', { officerId: 'somebody' }, 'screening'],
  ['asks for information', 'officer', 'information-requests', { remarks }, 'screening'],
  ['finds the file complete', 'officer', 'completeness', {}, 'screening'],
  ['redirects the case', 'officer', 'redirection', { procedure: 'EU_ACCESS', reasons: 'r' }, 'screening'],
  ['extends the committee’s time', 'president', 'opinion/extension', { reason: 'r' }, 'committee'],
  ['issues the opinion', 'president', 'opinion', { grounds }, 'voting'],
  ['goes on to the authority', 'claire', 'authority', {}, 'choice'],
  ['authorises', 'authority', 'decision', { decision: 'AUTHORISED', reasons: 'r' }, 'authority'],
  ['refuses', 'authority', 'decision', { decision: 'REFUSED', reasons: 'r' }, 'authority'],
  ['renews its time', 'authority', 'decision/renewal', { reason: 'r' }, 'authority'],
  ['proposes a decision', 'holder', 'proposals', { proposal: 'GRANT', reasons: 'r' }, 'holder'],
];

describe('two people who do the same at once, in two processes', () => {
  let review: ReviewUnderTest;
  let second: RunningService;
  let count = 0;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    second = await review.another();
    await publish(DatasetPublished, 'bleeds', { ...DatasetPublished.example, datasetId: 'bleeds', holderId: 'cnam' });
    await eventually(async () => {
      expect((await review.rows('SELECT * FROM known_holder', [])).rows).toHaveLength(1);
    });
  });
  afterAll(() => review?.stop());

  const name = () => `at-once-${++count}`;
  const complete = async (id: string) => {
    await review.does('officer', `/cases/${id}/completeness`, {});
    return id;
  };
  const opinion = async () => {
    const id = await complete(await review.opened(name()));
    await review.toTheVote(id);
    for (const who of ['president', 'rapporteur-1', 'rapporteur-2'] as const)
      await review.does(who, `/cases/${id}/votes`, { vote: 'FAVOURABLE' });
    return id;
  };
  const standing: Standing = {
    screening: () => review.opened(name()),
    committee: async () => {
      const id = await complete(await review.opened(name()));
      await review.does('president', `/cases/${id}/interests`, { interest: false });
      return id;
    },
    voting: opinion,
    choice: async () => {
      const id = await opinion();
      await review.does('president', `/cases/${id}/opinion`, { grounds });
      return id;
    },
    authority: () => review.toTheAuthority(name()),
    holder: async () => complete(await review.opened(name(), 'EU_TRUSTED_HOLDER')),
  };

  it.each(deciding)('%s: one wins, the other is told', async (_what, who, path, body, at) => {
    const id = await standing[at]();
    const { body: seen } = await review.get('auditor', `/cases/${id}`);
    const callers = [await review.hub.as(review.people[who]), await review.at(second, who)];
    const replies = await Promise.all(
      callers.map((caller) => caller.post(`/cases/${id}/${path}`, body, { version: seen.version })),
    );
    const [won, lost] = replies.sort((one, other) => one.status - other.status);
    expect([won?.status, [409, 412].includes(lost?.status ?? 0)]).toEqual([200, true]);
    expect(lost?.body).toMatchObject({ en: expect.any(String), fr: expect.any(String) });
    const { body: now } = await review.get('auditor', `/cases/${id}`);
    expect(now.version).toBe(won?.body.version);
  });
});
