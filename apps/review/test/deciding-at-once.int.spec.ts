import { DatasetPublished } from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { eventually, heardTwice, oneDecides, publish } from '@hub/testkit';
import { deciding } from './at-once/commands.js';
import { LaterStandings } from './at-once/later-standings.js';
import { ReviewUnderTest } from './review-under-test.js';

describe('two people who decide at once, in two processes', () => {
  let review: ReviewUnderTest;
  let second: RunningService;
  let standings: LaterStandings;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    second = await review.another();
    standings = new LaterStandings(review);
    await publish(DatasetPublished, 'bleeds', { ...DatasetPublished.example, datasetId: 'bleeds', holderId: 'cnam' });
    await eventually(async () => {
      expect((await review.rows('SELECT * FROM known_holder', [])).rows).toHaveLength(1);
    });
  });
  afterAll(() => review?.stop());

  const named = deciding.map((row) => [row[0].name, row] as const);

  it.each(named)('%s: one wins, the other is told', async (_name, [, [one, other], path, body, at]) => {
    const thing = await at(standings);
    const { body: seen } = await review.get(thing.reader, thing.read);
    const attempt = (who: typeof one) => ({
      path: `${thing.root}/${path}`,
      body: typeof body === 'function' ? body(who, seen, thing) : body,
      version: seen.version,
    });
    await oneDecides(review.hub, review.heard, { stream: thing.stream, topic: topicOf(thing.stream) }, [
      { caller: await review.hub.as(review.people[one]), ...attempt(one) },
      { caller: await review.at(second, other), ...attempt(other) },
    ]);
  });

  it('never tells others twice', () => {
    expect(review.heard.raw.length).toBeGreaterThan(deciding.length);
    expect(heardTwice(review.heard)).toEqual([]);
  });
});

const topicOf = (stream: string) => `hub.review.${stream.split('/')[0]}.v1`;
