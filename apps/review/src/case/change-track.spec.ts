import { declaredProcedures, Procedures } from '@hub/procedures';
import { awaitedReminders } from '../clocks/reminders.js';
import { awaited } from '../clocks/running.js';
import {
  claire,
  justAfter,
  officer,
  person,
  procedures,
  remarks,
  review,
  scope,
  storyUnder,
  team,
} from './case.fixture.js';
import type { Opened } from './case.js';
import { published } from './case.published.js';
import { viewOf } from './case.view.js';
import { changeTrack } from './change-track.js';
import { authorise } from './decide.js';
import { renewAuthorityTime } from './extend-time.js';
import { missLimit } from './miss-limit.js';
import { receiveInformation } from './receive-information.js';
import { recordCompleteness } from './record-completeness.js';
import { requestInformationForDecision } from './request-information.js';

const body = person('helena', 'hdh', 'authority_officer');
const reasons = 'The applicant is a public-health agency with a mandate of the ministry.';
const faster = { track: 'EU_ACCELERATED', reasons };
const slower = { track: 'EU_ACCESS', reasons: 'No mandate in public health.' };
const day = (text: string) => new Date(`${text}T09:00:00.000Z`);
const clock = 'AUTHORITY_DECISION' as const;
const seized = (procedure: string) => storyUnder(procedure).then(recordCompleteness, { urgent: false }, officer);
/** Three months, two, two and one more, from 2 March. */
const [three, two, six] = ['2026-06-02T21:59:59.999Z', '2026-05-04T21:59:59.999Z', '2026-09-02T21:59:59.999Z'];

describe('change-track', () => {
  it('counts the limit anew from the day it began, both ways, and says to whom it now matters [R8.0.4]', () => {
    const access = seized('EU_ACCESS');
    expect(access.due(clock)).toBe(three);
    const moved = access.then(changeTrack, faster, officer, day('2026-04-01'));
    expect(moved.due(clock)).toBe(two);
    const { state } = moved;
    const { file } = state as Opened;
    expect(awaited(file.clocks, file.procedure)).toEqual([{ name: clock, dueAt: two }]);
    expect(awaitedReminders(file.clocks, file.procedure).map(({ dueAt }) => dueAt.slice(0, 10))).toEqual([
      '2026-04-20',
      '2026-05-01',
    ]);
    const last = moved.events.at(-1);
    expect(last && published(last, state, 'case-1').data).toEqual({
      ...{ caseId: 'case-1', applicationId: 'app-1', procedure: 'EU_ACCELERATED' },
      procedureVersion: procedures.newest('EU_ACCELERATED')?.version,
      ...{ phase: 'AUTHORITY_REVIEW', dueAt: two },
    });
    expect(moved.then(changeTrack, slower, officer, day('2026-04-02')).due(clock)).toBe(three);
  });
  it('is told to the applicant with its reasons', () => {
    const moved = seized('EU_ACCESS').then(changeTrack, faster, officer);
    const beside = { id: 'case-1', version: 4, now: day('2026-03-03'), allowed: [] };
    expect(viewOf(moved.state as Opened, claire, beside)).toMatchObject({
      procedure: { id: 'EU_ACCELERATED' },
      moves: [{ from: 'EU_ACCESS', to: 'EU_ACCELERATED', reasons }],
    });
  });
  it('keeps an extension, as long as the other track has it', () => {
    const longer = seized('EU_ACCESS').then(renewAuthorityTime, { reason: 'Linkage.' }, body);
    expect(longer.due(clock)).toBe(six);
    const moved = longer.then(changeTrack, faster, officer);
    expect(moved.due(clock)).toBe(three); // two months and one
    moved.when(renewAuthorityTime, { reason: 'More.' }, body).refused('extended-already');
  });
  it('gives back the days for which the applicant was asked, before and while it waits', () => {
    const asked = seized('EU_ACCESS').then(requestInformationForDecision, { remarks }, body, day('2026-03-10'));
    const requestId = (asked.state as Opened).file.requests[0]?.requestId as string;
    const answer = { requestId, team, scope, providedAt: day('2026-03-20').toISOString() };
    const answered = (story: typeof asked) => story.then(receiveInformation, answer, review, day('2026-03-20'));
    const waiting = asked.then(changeTrack, faster, officer, day('2026-03-12'));
    waiting.is({ status: 'AWAITING_ADDITIONAL_INFORMATION' });
    expect([waiting.due(clock), waiting.due('INFORMATION')]).toEqual([undefined, asked.due('INFORMATION')]);
    const due = '2026-05-12T21:59:59.999Z'; // 2 May and ten days
    expect(answered(waiting).due(clock)).toBe(due);
    expect(answered(asked).then(changeTrack, faster, officer, day('2026-03-21')).due(clock)).toBe(due);
  });
  it('shows at once what is late under the other track, and no longer what has time again', () => {
    const late = seized('EU_ACCESS').then(changeTrack, faster, officer, day('2026-05-20'));
    const missed = late.then(missLimit, { clock, dueAt: two }, review, day('2026-05-20'));
    missed.is({ file: { clocks: { [clock]: { missed: true } } } });
    const again = missed.then(changeTrack, slower, officer, day('2026-05-21'));
    expect((again.state as Opened).file.clocks[clock]).not.toHaveProperty('missed');
    again.then(missLimit, { clock, dueAt: three }, review, justAfter(three));
  });
  it('goes only between tracks that name each other, and only before the decision', () => {
    const access = seized('EU_ACCESS');
    access.when(changeTrack, { ...faster, track: 'EU_ACCESS' }, officer).refused('same-procedure');
    access.when(changeTrack, { ...faster, track: 'EU_DATA_REQUEST' }, officer).refused('not-a-track');
    access.when(changeTrack, faster, claire).refused('forbidden');
    access.then(authorise, { reasons: 'r' }, body).when(changeTrack, faster, officer).refused('not-allowed-now');
    const oneWay = declaredProcedures.map(({ tracks: _tracks, ...one }) =>
      one.id === 'EU_ACCESS' ? { ...one, tracks: ['EU_ACCELERATED'] } : one,
    );
    storyUnder('EU_ACCESS', [], new Procedures(oneWay)).when(changeTrack, faster, officer).refused('not-a-track');
    expect(storyUnder('FR_AUTHORISATION').allowed(officer)).not.toContain('change-track');
    expect(access.allowed(officer)).toContain('change-track');
  });
});
