import { awaitedReminders } from '../clocks/reminders.js';
import { ends, justAfter, officer, person, remarks, review, scope, storyUnder, team } from './case.fixture.js';
import { type Case, isOpened } from './case.js';
import { clocksOf } from './case.view.js';
import { renewAuthorityTime } from './extend-time.js';
import { missLimit } from './miss-limit.js';
import { receiveInformation } from './receive-information.js';
import { recordCompleteness } from './record-completeness.js';
import { remind } from './remind.js';
import { requestInformation, requestInformationForDecision } from './request-information.js';

const body = person('helena', 'hdh', 'authority_officer');
const instants = (state: Case) =>
  isOpened(state) ? awaitedReminders(state.file.clocks, state.file.procedure).map(({ dueAt }) => dueAt) : [];
const clock = 'AUTHORITY_DECISION' as const;

describe('remind', () => {
  const dueAt = '2026-06-02T21:59:59.999Z';
  const [first, second] = ['2026-05-19T21:59:59.999Z', '2026-05-30T21:59:59.999Z'] as const;
  const seized = storyUnder('EU_ACCESS').then(recordCompleteness, { urgent: false }, officer);

  it('is due as many days before the end as the procedure says', () => {
    expect(instants(seized.state)).toEqual([first, second]);
    seized.when(remind, { clock, dueAt: first }, review).refused('clock-not-due');
  });
  it('is given once for each, and shows nothing but that', () => {
    const now = justAfter(first);
    const reminded = seized.then(remind, { clock, dueAt: first }, review, now);
    expect(reminded.events.at(-1)).toEqual({ type: 'deadline-near', at: now.toISOString(), clock, dueAt });
    expect(instants(reminded.state)).toEqual([second]);
    reminded.when(remind, { clock, dueAt: first }, review, now).refused('clock-not-due');
    expect(reminded.due(clock)).toBe(dueAt);
  });
  it('is given once where several came due while nobody was there, and not after the end', () => {
    const late = seized.then(remind, { clock, dueAt: first }, review, justAfter(second));
    expect(instants(late.state)).toEqual([]);
    seized.when(remind, { clock, dueAt: second }, review, justAfter(dueAt)).refused('clock-not-due');
    expect(instants(seized.then(missLimit, { clock, dueAt }, review, justAfter(dueAt)).state)).toEqual([]);
  });
  it('moves with the end, and rests while the applicant is asked', () => {
    const longer = seized.then(renewAuthorityTime, { reason: 'r' }, body);
    expect(instants(longer.state)).toEqual(['2026-08-19T21:59:59.999Z', '2026-08-30T21:59:59.999Z']);
    const asked = seized.then(requestInformationForDecision, { remarks }, body);
    expect(instants(asked.state)).toEqual(['2026-03-23T21:59:59.999Z', '2026-03-28T21:59:59.999Z']);
  });
  it('is not given for a moment before the clock began', () => {
    const urgent = storyUnder('FR_AUTHORISATION').then(recordCompleteness, { urgent: true }, officer);
    expect(urgent.due('COMMITTEE_OPINION')).toBe(ends.urgentOpinion);
    expect(instants(urgent.state)).toHaveLength(2);
    const answer = { requestId: 'id-1', team, scope, providedAt: '2026-03-12T09:00:00.000Z' };
    const answered = storyUnder('FR_AUTHORISATION')
      .then(requestInformation, { remarks }, officer)
      .then(receiveInformation, answer, review);
    expect(instants(answered.state)).toEqual(['2026-03-21T22:59:59.999Z']);
  });
});

describe('a clock as it is shown', () => {
  it('says since when, for whom, until when, what happens then in both languages, and since when it stands still', () => {
    const asked = storyUnder('EU_ACCESS')
      .then(recordCompleteness, { urgent: false }, officer)
      .then(requestInformationForDecision, { remarks }, body);
    const { state } = asked;
    if (!isOpened(state)) throw new Error('not there');
    expect(clocksOf(state.file, new Date('2026-03-03T09:00:00Z'))).toMatchObject([
      {
        ...{ name: 'AUTHORITY_DECISION', party: 'authority', dueAt: null, pausedSince: '2026-03-02T09:00:00.000Z' },
        then: { en: 'The act is still awaited; the delay is shown.', fr: expect.any(String) },
      },
      {
        ...{ name: 'INFORMATION', party: 'applicant', startedAt: '2026-03-02T09:00:00.000Z', dueAt: ends.information },
        then: { en: 'The application is rejected as incomplete.', fr: expect.any(String) },
      },
    ]);
  });
});
