import { ownerOf, topics } from '@hub/contracts';
import { eachDecidesOnce, Heard, oneWins, type ServiceUnderTest, testService } from '@hub/testkit';
import { applicationService } from '../src/application.module.js';
import { deciding } from './at-once/commands.js';
import { claire, david, Standings } from './at-once/standings.js';
import { settingsWith } from './running-service.js';

/** Nobody listens there: letters wait. */
const post = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Hub <hub@example.org>',
  PUBLIC_URL: 'https://portal.example',
};

describe('two people who decide at once, in two processes', () => {
  let hub: ServiceUnderTest;
  let heard: Heard;
  let standings: Standings;

  beforeAll(async () => {
    hub = await testService(applicationService(settingsWith(post)));
    heard = await Heard.on(...topics.filter((topic) => ownerOf(topic) === 'application'));
    standings = new Standings(hub, await hub.another());
  });
  afterAll(async () => {
    await heard?.stop();
    await hub?.stop();
  });

  eachDecidesOnce(deciding, () => ({ hub, heard, standings }));

  it('who saves too late is shown what the other saved, beside their own', async () => {
    const id = await standings.team();
    const contest = await standings.both(id, [claire, david], { method: 'PUT', path: '/answers' });
    const [ours, theirs] = contest.attempts;
    const saying = (aim: string) => ({ body: { answers: { 'purpose.aim': aim } } });
    const { lost } = await oneWins({
      attempts: [
        { ...ours, ...saying('Mine.') },
        { ...theirs, ...saying('Yours.') },
      ],
    });
    const [saved, refused] = [lost.body.conflicts[0].theirs, lost.body.conflicts[0].yours];
    expect([saved, refused].sort()).toEqual(['Mine.', 'Yours.']);
    expect((await (await hub.as(david)).get(`/applications/${id}`)).body.answers['purpose.aim']).toBe(saved);
  });
});
