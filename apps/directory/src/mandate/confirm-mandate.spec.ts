import { system } from '@hub/decider';
import { person } from '@hub/testkit';
import { confirmMandate, remindOfConfirmation, suspendMandate } from './confirm-mandate.js';
import { dueDay, lastDayUnconfirmed, reminderDay } from './confirmation.js';
import { administrator, given, holder, limited, representative, story } from './mandate.fixture.js';
import type { MandateEvent } from './mandate.js';

const hub = { actor: system('directory') };
const on = (today: string) => ({ today, givenOn: '2020-01-01' });
const reminded: MandateEvent = {
  type: 'MandateConfirmationDue',
  due: '2027-03-02',
  suspendedAfter: '2027-04-01',
};
const suspended: MandateEvent = { type: 'MandateSuspended', due: '2027-03-02' };
const confirmed: MandateEvent = { type: 'MandateConfirmed', confirmedBy: 'rita', on: '2026-03-02' };

describe('the yearly confirmation', () => {
  it('is due twelve months after the mandate was given or last confirmed', () => {
    expect(dueDay('2026-03-02')).toBe('2027-03-02');
    expect(dueDay('2028-02-29')).toBe('2029-02-28');
    expect(reminderDay('2027-03-02')).toBe('2027-01-31');
  });

  it('is asked for once, thirty days before', () => {
    story.given(given).when(remindOfConfirmation, on('2027-01-30'), hub).refused('not-due');
    story.given(given).when(remindOfConfirmation, on('2027-01-31'), hub).then(reminded);
    story.given(given, reminded).when(remindOfConfirmation, on('2027-02-01'), hub).refused('not-due');
  });

  it('is not asked for where the mandate ends before', () => {
    story.given(limited).when(remindOfConfirmation, on('2027-01-31'), hub).refused('not-due');
  });

  it('counts from the day the directory knows where old events tell none', () => {
    const { on: _, ...old } = given;
    story
      .given(old)
      .when(remindOfConfirmation, { today: '2026-03-02', givenOn: '2025-03-10' }, hub)
      .then({ type: 'MandateConfirmationDue', due: '2026-03-10', suspendedAfter: '2026-04-09' });
  });

  it('leaves thirty days after it was due, and as many after a late reminder', () => {
    expect(lastDayUnconfirmed('2027-03-02', '2027-01-31')).toBe('2027-04-01');
    expect(lastDayUnconfirmed('2027-03-02', '2027-06-01')).toBe('2027-07-01');
  });

  it('suspends what nobody confirmed, after a reminder only', () => {
    story.given(given, reminded).when(suspendMandate, { today: '2027-04-01' }, hub).refused('not-due');
    story.given(given, reminded).when(suspendMandate, { today: '2027-04-02' }, hub).then(suspended);
    story.given(given).when(suspendMandate, { today: '2030-01-01' }, hub).refused('not-due');
    story.given(given, reminded).when(suspendMandate, { today: '2027-04-02' }, administrator).refused('forbidden');
  });

  it('is given by an administrator or the representative, never by the holder', () => {
    story.given(given, reminded).when(confirmMandate, {}, representative).then(confirmed);
    story
      .given(given, reminded, suspended)
      .when(confirmMandate, {}, administrator)
      .then({ ...confirmed, confirmedBy: 'admin' });
    story.given(given, reminded).when(confirmMandate, {}, holder).refused('forbidden');
    story
      .given(given, reminded)
      .when(confirmMandate, {}, { actor: person('claire', 'inserm', 'organisation_representative') })
      .refused('own-confirmation');
    story
      .given(given, reminded)
      .when(confirmMandate, {}, { actor: person('rolf', 'cnam', 'organisation_representative') })
      .refused('not-found');
  });

  it('makes a suspended mandate hold again, and counts anew', () => {
    const { state } = story.given(given, reminded, suspended, confirmed);
    expect(state).toMatchObject({ status: 'given', since: '2026-03-02' });
    expect(state).not.toHaveProperty('reminded');
  });
});
