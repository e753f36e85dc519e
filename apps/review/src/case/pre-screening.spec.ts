import { assignOfficer } from './assign-officer.js';
import type { CaseEvent } from './case.events.js';
import {
  at,
  authority,
  claire,
  complete,
  ends,
  eve,
  given,
  justAfter,
  lastInstant,
  officer,
  opened,
  procedures,
  review,
  scope,
  stateAfter,
  submission,
  team,
} from './case.fixture.js';
import { closeByWithdrawal } from './close-by-withdrawal.js';
import { followLead } from './follow-lead.js';
import { missLimit } from './miss-limit.js';
import { openCase } from './open-case.js';
import { receiveInformation } from './receive-information.js';
import { recordCompleteness } from './record-completeness.js';
import { rejectAfterSilence, rejectIncomplete } from './reject-incomplete.js';
import { requestInformation } from './request-information.js';

const remarks = [{ field: 'purpose.expectedBenefit', remark: 'For whom?' }];
const asked = given(opened).when(requestInformation, { remarks }, { actor: officer }).outcome as CaseEvent[];
const answer = { requestId: 'id-1', team, scope, providedAt: '2026-03-20T10:00:00.000Z' };

describe('open-case', () => {
  it('begins the hub’s 7 working days at the submission', () => {
    given()
      .when(openCase, submission, { actor: review, procedures, now: new Date('2026-03-09T09:00:00Z') })
      .then(opened);
    expect(stateAfter(opened).status).toBe('PRE_SCREENING');
  });
  it('opens nothing under a procedure that is not declared', () => {
    given()
      .when(openCase, { ...submission, procedure: 'EU_PERMIT' }, { actor: review, procedures })
      .refused('unknown-procedure');
  });
  it('is nobody’s to order, and happens once', () => {
    given().when(openCase, submission, { actor: officer, procedures }).refused('forbidden');
    given(opened).when(openCase, submission, { actor: review, procedures }).refused('not-allowed-now');
  });
});

describe('assign-officer', () => {
  it('names who looks after the case, and changes nothing when it is them already', () => {
    const assigned: CaseEvent = { type: 'officer-assigned', officerId: 'officer' };
    given(opened).when(assignOfficer, { officerId: 'officer' }, { actor: officer }).then(assigned);
    given(opened, assigned).when(assignOfficer, { officerId: 'officer' }, { actor: officer }).then();
  });
});

describe('request-information', () => {
  it('marks fields with remarks, gives four weeks, and drops the hub’s own clock', () => {
    const [event] = asked;
    expect(event).toMatchObject({ type: 'information-requested', requestId: 'id-1', remarks, dueAt: ends.information });
    expect(Object.keys(stateAfter(opened, ...asked).file.clocks)).toEqual(['INFORMATION']);
  });
  it('asks once per phase, and marks a field once', () => {
    const answered: CaseEvent = { type: 'information-received', at: answer.providedAt, ...answer, clocks: {} };
    given(opened, ...asked, answered)
      .when(requestInformation, { remarks }, { actor: officer })
      .refused('already-asked');
    given(opened)
      .when(requestInformation, { remarks: [...remarks, ...remarks] }, { actor: officer })
      .refused('field-marked-twice');
  });
  it('is the officer’s; to others the case does not exist or the order is not theirs', () => {
    given(opened).when(requestInformation, { remarks }, { actor: claire }).refused('forbidden');
    given(opened).when(requestInformation, { remarks }, { actor: eve }).refused('not-found');
    given(opened).when(requestInformation, { remarks }, { actor: authority }).refused('not-found');
  });
});

describe('receive-information', () => {
  it('goes back to the phase that asked, with the team and scope as they are now, and a new clock', () => {
    const grown = [...team, { personId: 'zoe', organisationId: 'chu', role: 'member' as const }];
    given(opened, ...asked)
      .when(receiveInformation, { ...answer, team: grown }, { actor: review })
      .leadsTo((state) => {
        expect(state).toMatchObject({
          status: 'PRE_SCREENING',
          file: { team: grown, requests: [{ answeredAt: answer.providedAt }] },
        });
        expect(stateClock(state)).toBe('2026-03-20T10:00:00.000Z');
      });
  });
  it('takes an answer of the last instant, whenever it reaches us; even after silence was recorded', () => {
    const late = { ...answer, providedAt: ends.information };
    const now = justAfter(ends.information);
    given(opened, ...asked)
      .when(receiveInformation, late, { actor: review, now })
      .leadsTo((state) => expect(state.status).toBe('PRE_SCREENING'));
    const rejected: CaseEvent = { type: 'rejected-incomplete', at: ends.information, silent: true };
    given(opened, ...asked, rejected)
      .when(receiveInformation, late, { actor: review, now })
      .leadsTo((state) => expect(state.status).toBe('PRE_SCREENING'));
  });
  it('refuses an answer after the limit, to no request, or given twice', () => {
    given(opened, ...asked)
      .when(receiveInformation, { ...answer, providedAt: justAfter(ends.information).toISOString() }, { actor: review })
      .refused('answered-too-late');
    given(opened, ...asked)
      .when(receiveInformation, { ...answer, requestId: 'other' }, { actor: review })
      .refused('no-such-request');
  });
});

const stateClock = (state: object) =>
  (state as ReturnType<typeof stateAfter>).file.clocks.FORWARD_TO_COMMITTEE?.startedAt;

describe('record-completeness', () => {
  it('sends the file to the committee, whose month begins', () => {
    given(opened).when(recordCompleteness, { urgent: false }, { actor: officer }).then(complete);
  });
  it('gives an urgent case 15 days', () => {
    const [event] = given(opened).when(recordCompleteness, { urgent: true }, { actor: officer }).outcome as CaseEvent[];
    given(opened, event as CaseEvent)
      .when(assignOfficer, { officerId: 'x' }, { actor: officer })
      .leadsTo((state) =>
        expect(state).toMatchObject({
          file: { urgent: true, clocks: { COMMITTEE_OPINION: { limit: { length: { days: 15 } } } } },
        }),
      );
  });
  it('still forwards after its own limit: silence there decides nothing', () => {
    const missed: CaseEvent = { type: 'deadline-missed', clock: 'FORWARD_TO_COMMITTEE', dueAt: ends.forwarding };
    given(opened, missed)
      .when(recordCompleteness, { urgent: false }, { actor: officer, now: justAfter(ends.forwarding) })
      .leadsTo((state) => expect(state.status).toBe('COMMITTEE_REVIEW'));
  });
});

describe('reject-incomplete', () => {
  it('rejects only after the applicant had their window', () => {
    given(opened).when(rejectIncomplete, { reasons: 'No protocol.' }, { actor: officer }).refused('never-asked');
    const answered: CaseEvent = { type: 'information-received', at: answer.providedAt, ...answer, clocks: {} };
    given(opened, ...asked, answered)
      .when(rejectIncomplete, { reasons: 'Still no protocol.' }, { actor: officer })
      .leadsTo((state) => expect(state.status).toBe('REJECTED_INCOMPLETE'));
  });
});

describe('the clocks of pre-screening', () => {
  it('flag the hub’s delay from the first instant after the limit, and only then', () => {
    const due = { clock: 'FORWARD_TO_COMMITTEE', dueAt: ends.forwarding } as const;
    given(opened)
      .when(missLimit, due, { actor: review, now: lastInstant(ends.forwarding) })
      .refused('clock-not-due');
    given(opened)
      .when(missLimit, due, { actor: review, now: justAfter(ends.forwarding) })
      .then({ type: 'deadline-missed', clock: 'FORWARD_TO_COMMITTEE', dueAt: ends.forwarding });
  });
  it('reject after four weeks of silence', () => {
    given(opened, ...asked)
      .when(
        rejectAfterSilence,
        { clock: 'INFORMATION', dueAt: ends.information },
        { actor: review, now: justAfter(ends.information) },
      )
      .then({ type: 'rejected-incomplete', at: ends.information, silent: true });
  });
});

describe('follow-lead', () => {
  const handed = { leadId: 'david', organisationId: 'inserm', handedOverAt: at };
  const changed = { type: 'lead-changed', at, leadId: 'david', organisationId: 'inserm' } as const;

  it('takes the new lead into the file, in whose place the former one stays a member', () => {
    given(opened).when(followLead, handed, { actor: review }).then(changed);
    const { file } = stateAfter(opened, changed);
    expect([file.leadId, ...file.team.map(({ personId, role }) => `${personId} ${role}`)]).toEqual([
      ...['david', 'claire member', 'david lead'],
    ]);
    given(opened, changed).when(followLead, handed, { actor: review }).then();
  });
  it('also where they joined the team after it was sent', () => {
    const { file } = stateAfter(opened, { ...changed, leadId: 'eve' });
    expect(file.team).toContainEqual({ personId: 'eve', organisationId: 'inserm', role: 'lead' });
  });
  it('follows nobody after the case has left the review', () => {
    given(opened, { type: 'closed-by-withdrawal', at })
      .when(followLead, handed, { actor: review })
      .refused('not-allowed-now');
  });
});

describe('close-by-withdrawal', () => {
  it('closes the case and stops its clocks', () => {
    given(opened, complete)
      .when(closeByWithdrawal, { withdrawnAt: answer.providedAt }, { actor: review })
      .leadsTo((state) =>
        expect(state).toMatchObject({ status: 'WITHDRAWN', from: 'COMMITTEE_REVIEW', file: { clocks: {} } }),
      );
  });
});
