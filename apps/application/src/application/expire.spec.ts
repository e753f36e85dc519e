import { type Actor, system, tell } from '@hub/decider';
import { draftPolicyFrom } from '../expiry/draft-policy.config.js';
import { expiryOf, noticeDue } from '../expiry/draft-policy.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application } from './application.js';
import { commands } from './commands.js';
import { expireDraft, noticeExpiry } from './expire.js';
import { saveAnswers } from './save-answers.js';

const { given } = tell(application, commands);
const policy = { idleDays: 180, noticeDays: 14 };
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const claire: Actor = {
  ...{ kind: 'person', id: 'claire', organisation: 'inserm', roles: ['applicant'], assurance: 'substantial' },
};
const begun: ApplicationEvent = { type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1, lead };
const lastChange = new Date('2026-03-02T09:00:00.000Z');
const end = '2026-08-29T09:00:00.000Z';
const told: ApplicationEvent = { type: 'draft-expiring', expiresAt: end };
const clock = system('application');
const after = (days: number) => new Date(lastChange.getTime() + days * 24 * 3600 * 1000);

describe('an idle draft', () => {
  it('is announced to end, with the date, a fortnight before', () => {
    expect(noticeDue(policy, after(166))).toEqual(lastChange);
    given(begun)
      .when(noticeExpiry, { lastChange }, { actor: clock, policy, now: after(166) })
      .then(told);
    given(begun, told)
      .when(noticeExpiry, { lastChange }, { actor: clock, policy, now: after(167) })
      .then();
  });
  it('is never ended without the whole notice, though it came late', () => {
    expect(expiryOf(policy, lastChange, after(300))).toBe(after(314).toISOString());
  });
  it('ends when its time has come, not before, and then there is nothing', () => {
    given(begun, told)
      .when(expireDraft, {}, { actor: clock, now: after(179) })
      .then();
    const ended = given(begun, told).when(expireDraft, {}, { actor: clock, now: after(180) });
    ended.then({ type: 'draft-expired', leadId: 'claire', organisationId: 'inserm' });
    ended.leadsTo((state) => expect(application.relations(state, claire)).toEqual([]));
  });
  it('lives on after any change', () => {
    const saved: ApplicationEvent = { type: 'answers-saved', answers: { 'purpose.aim': 'x' } };
    given(begun, told, saved)
      .when(expireDraft, {}, { actor: clock, now: after(400) })
      .then();
    given(begun, told)
      .when(saveAnswers, { answers: { 'purpose.aim': 'x' } }, { actor: claire, forms: new Forms() })
      .leadsTo((state) => expect(state).not.toHaveProperty('expiresAt'));
  });
  it('is not ended by people, nor once it was submitted', () => {
    given(begun, told)
      .when(expireDraft, {}, { actor: claire, now: after(400) })
      .refused('forbidden');
    const sent: ApplicationEvent = { type: 'submitted', submittedAt: '2026-08-28T09:00:00.000Z' };
    given(begun, told, sent)
      .when(expireDraft, {}, { actor: clock, now: after(400) })
      .refused('not-allowed-now');
  });
});

describe('the policy of drafts', () => {
  it('is 180 days with a notice of 14, or what the hub sets', () => {
    expect(draftPolicyFrom({})).toEqual(policy);
    expect(draftPolicyFrom({ DRAFT_IDLE_DAYS: '90', DRAFT_NOTICE_DAYS: '7' })).toEqual({ idleDays: 90, noticeDays: 7 });
  });
  it('gives notice before the end', () => {
    for (const days of ['0', 'x', '14', '9999'])
      expect(() => draftPolicyFrom({ DRAFT_IDLE_DAYS: days })).toThrow('DRAFT');
  });
});
