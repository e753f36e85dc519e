import { DatasetPublished } from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { type Deciding, eachDecidesOnce, eventually, publish } from '@hub/testkit';
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

  const contests = deciding.map(
    ([command, [one, other], path, body, at]): Deciding<LaterStandings> => [
      command,
      async () => {
        const thing = await at(standings);
        const { body: seen } = await review.get(thing.reader, thing.read);
        const attempt = (who: typeof one) => ({
          path: `${thing.root}/${path}`,
          body: typeof body === 'function' ? body(who, seen, thing) : body,
          version: seen.version,
        });
        return {
          stream: thing.stream,
          topic: `hub.review.${thing.stream.split('/')[0]}.v1`,
          attempts: [
            { caller: await review.hub.as(review.people[one]), ...attempt(one) },
            { caller: await review.at(second, other), ...attempt(other) },
          ],
        };
      },
    ],
  );

  eachDecidesOnce(contests, () => ({ hub: review.hub, heard: review.heard, standings }));
});
