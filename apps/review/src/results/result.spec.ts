import { startClock } from '@hub/clock';
import { tell } from '@hub/decider';
import { afterThePermit } from '@hub/procedures';
import { claire, david, eve, officer, person, review, team } from '../case/case.fixture.js';
import { awaitResult, followPermit, missResult } from './await-result.js';
import { declareCompleted, extendResult } from './change-time.js';
import { commands } from './commands.js';
import { correctResult, publishResult } from './publish-result.js';
import { type ResultEvent, result, resultDue } from './result.js';

const { given } = tell(result, commands);
const at = '2026-03-02T09:00:00.000Z';
const endsAt = '2026-08-31T21:59:59.999Z';
const clock = startClock(new Date(endsAt), afterThePermit.resultsPublished.limit);
/** 18 months after 31 August 2026, in February of a leap year. */
const due = '2028-02-29T22:59:59.999Z';
const awaited: ResultEvent = { type: 'awaited', applicationId: 'app-1', team, clock };
const both = (text: string) => ({ fr: `${text} (fr)`, en: text });
const publication = {
  title: both('Bleeding is rare'),
  summary: both('One in a thousand.'),
  links: ['https://doi.org/10.1000/182'],
  publishedOn: '2026-03-01',
};
const published: ResultEvent = { type: 'published', at, publication };

describe('the results of a permit', () => {
  it('are due 18 months after the permit ends', () => {
    given().when(awaitResult, { applicationId: 'app-1', team, endsAt }, { actor: review }).then(awaited);
    expect(resultDue({ clock })).toBe(due);
  });

  it('follow the permit: its people answer for them, its end moves the time', () => {
    const later = '2027-08-31T21:59:59.999Z';
    given(awaited)
      .when(followPermit, { team: team.slice(0, 1), endsAt: later }, { actor: review })
      .then({ type: 'permit-followed', team: team.slice(0, 1), clock: { ...clock, startedAt: later } });
    given(awaited).when(followPermit, { team, endsAt }, { actor: review }).then();
  });

  it('are due from the declared completion where that is earlier, once', () => {
    const declared: ResultEvent = { type: 'completion-declared', at, clock: { ...clock, startedAt: at } };
    given(awaited).when(declareCompleted, {}, { actor: claire }).then(declared);
    given(awaited, declared).when(declareCompleted, {}, { actor: claire }).refused('completed-already');
    given(awaited).when(declareCompleted, {}, { actor: david }).refused('forbidden');
    const after = new Date('2027-01-01T00:00:00.000Z');
    given(awaited)
      .when(declareCompleted, {}, { actor: claire, now: after })
      .then({ type: 'completion-declared', at: after.toISOString(), clock });
    // The permit's end no longer counts.
    given(awaited, declared).when(followPermit, { endsAt: '2029-01-01T00:00:00.000Z' }, { actor: review }).then();
  });

  it('get more time once, by the hub, with a reason, and not after their time', () => {
    const story = given(awaited).when(extendResult, { reason: 'Peer review.' }, { actor: officer });
    story.leadsTo((state) => expect(state.status === 'AWAITED' && resultDue(state) > due).toBe(true));
    given(awaited, ...(story.outcome as ResultEvent[]))
      .when(extendResult, { reason: 'More.' }, { actor: officer })
      .refused('result-time-extended-already');
    const late = new Date(Date.parse(due) + 1);
    given(awaited).when(extendResult, { reason: 'Late.' }, { actor: officer, now: late }).refused('result-time-is-up');
    const insider = person('david', 'inserm', 'hub_officer');
    given(awaited).when(extendResult, { reason: 'Ours.' }, { actor: insider }).refused('forbidden');
  });

  it('are overdue from the first instant after their time, once, and can still be published', () => {
    const now = new Date(Date.parse(due) + 1);
    const missed: ResultEvent = { type: 'overdue', dueAt: due };
    given(awaited)
      .when(missResult, { dueAt: due }, { actor: review, now: new Date(due) })
      .refused('result-not-due');
    given(awaited).when(missResult, { dueAt: due }, { actor: review, now }).then(missed);
    given(awaited, missed).when(missResult, { dueAt: due }, { actor: review, now }).refused('result-not-due');
    given(awaited, missed).when(publishResult, publication, { actor: claire }).then(published);
  });

  it('are published by the lead or a member, in both languages and few words', () => {
    for (const actor of [claire, david]) given(awaited).when(publishResult, publication, { actor }).then(published);
    given(awaited).when(publishResult, publication, { actor: officer }).refused('forbidden');
    given(awaited).when(publishResult, publication, { actor: eve }).refused('not-found');
    const long = { ...publication, summary: both(Array(251).fill('word').join(' ')) };
    given(awaited).when(publishResult, long, { actor: claire }).refused('too-many-words');
    const tomorrow = { ...publication, publishedOn: '2026-03-03' };
    given(awaited).when(publishResult, tomorrow, { actor: claire }).refused('published-in-future');
  });

  it('are corrected with a reason, and what stood before is kept', () => {
    const better = { ...publication, title: both('Bleeding is very rare') };
    given(awaited, published)
      .when(correctResult, { ...better, reason: 'A typo.' }, { actor: david })
      .leadsTo((state) =>
        expect(state).toMatchObject({
          publications: [publication, { ...better, reason: 'A typo.' }],
        }),
      );
    given(awaited, published)
      .when(correctResult, { ...publication, reason: 'None.' }, { actor: david })
      .refused('same-publication');
    given(awaited)
      .when(correctResult, { ...better, reason: 'Early.' }, { actor: david })
      .refused('not-allowed-now');
  });
});
