import { fold } from '@hub/decider';
import type { CaseEvent } from '../case/case.events.js';
import { at, authority, claire, david, given, justAfter, officer, review, stateAfter } from '../case/case.fixture.js';
import { reviewCase } from '../case/case.js';
import { published } from '../case/case.published.js';
import { authorise, refuseAuthorisation } from '../case/decide.js';
import { contentOf } from '../permit/content-of.js';
import { acceptDecision, declineDecision, withdrawBySilence } from './answer-decision.js';
import { appealDecision, ruleOnDecisionAppeal } from './appeal-decision.js';
import { authority2, onTheTable } from './decision.fixture.js';

const reasons = 'Weighed.';
const events = (story: { outcome: unknown }) => story.outcome as CaseEvent[];
const european = onTheTable('EU_ACCESS');
const positive = [...european, ...events(given(...european).when(authorise, { reasons }, { actor: authority }))];
const negative = [
  ...european,
  ...events(given(...european).when(refuseAuthorisation, { reasons }, { actor: authority })),
];
// 28 days after 2 March: the 30th.
const until = '2026-03-30T21:59:59.999Z';
const appealed: CaseEvent = { type: 'decision-appealed', at, by: 'claire', grounds: 'A mistake.' };

describe('a positive decision that must be accepted', () => {
  it('is issued with its 28 days, which others are told [R9.2.6]', () => {
    const state = stateAfter(...positive);
    expect(state.status).toBe('POSITIVE_DECISION_ISSUED');
    expect(published(positive.at(-1) as CaseEvent, state, 'c').data).toMatchObject({
      ...{ decision: 'AUTHORISED', status: 'POSITIVE_DECISION_ISSUED', answerDueAt: until },
    });
  });
  it('is accepted by the lead until the last instant, and by nobody else', () => {
    const accepted = { actor: claire, now: new Date(until) };
    given(...positive)
      .when(acceptDecision, {}, accepted)
      .then({ type: 'decision-accepted', at: until, by: 'claire' });
    given(...positive)
      .when(acceptDecision, {}, { actor: david })
      .refused('forbidden');
    given(...positive)
      .when(acceptDecision, {}, { actor: claire, now: justAfter(until) })
      .refused('time-is-up');
    given(...positive)
      .when(acceptDecision, {}, accepted)
      .leadsTo((state) => {
        expect(state).toMatchObject({ status: 'POSITIVE_DECISION_ACCEPTED', file: { clocks: {} } });
        expect(contentOf('c', state)?.optOut).toEqual({ asAt: at, exception: false });
      });
  });
  it('is declined by the lead: no permit', () => {
    given(...positive)
      .when(declineDecision, { reasons: 'No funding.' }, { actor: claire })
      .leadsTo((state) => expect(state.status).toBe('POSITIVE_DECISION_REJECTED'));
    given(...negative)
      .when(declineDecision, {}, { actor: claire })
      .refused('not-allowed-now');
  });
  it('counts as withdrawn after 28 days of silence, not before [R9.2.8]', () => {
    const silence = { clock: 'ACCEPTANCE' as const, dueAt: until };
    const story = given(...positive);
    story.when(withdrawBySilence, silence, { actor: review, now: new Date(until) }).refused('clock-not-due');
    story
      .when(withdrawBySilence, silence, { actor: review, now: justAfter(until) })
      .then({ type: 'decision-unanswered', at: until });
    const { state } = fold(reviewCase, [...positive, { type: 'decision-unanswered', at: until }]);
    expect(state).toMatchObject({ status: 'WITHDRAWN', from: 'POSITIVE_DECISION_ISSUED' });
  });
});

describe('a refusal', () => {
  it('is accepted, or appealed within two months by the lead or by letter [R10.0.2] [R10.0.4]', () => {
    given(...negative)
      .when(acceptDecision, {}, { actor: claire })
      .leadsTo((state) => expect(state.status).toBe('NEGATIVE_DECISION_ACCEPTED'));
    given(...negative)
      .when(appealDecision, { grounds: 'A mistake.' }, { actor: claire })
      .then(appealed);
    given(...negative)
      .when(appealDecision, { grounds: 'A mistake.' }, { actor: officer })
      .then({ ...appealed, by: 'officer' });
    given(...negative)
      .when(appealDecision, { grounds: '…' }, { actor: claire, now: new Date('2026-05-04T22:00:00Z') })
      .refused('appeal-of-decision-too-late');
  });
  it('of the French procedure is appealed as well; what was authorised is not', () => {
    const french = onTheTable('FR_AUTHORISATION');
    const refused = events(given(...french).when(refuseAuthorisation, { reasons }, { actor: authority }));
    given(...french, ...refused)
      .when(appealDecision, { grounds: 'A mistake.' }, { actor: claire })
      .then(appealed);
    const granted = events(given(...french).when(authorise, { reasons }, { actor: authority }));
    expect(stateAfter(...french, ...granted).status).toBe('DECIDED');
    given(...french, ...granted)
      .when(appealDecision, { grounds: '…' }, { actor: claire })
      .refused('not-allowed-now');
  });
  it('from before its clock was recorded is appealed in the same time', () => {
    const old: CaseEvent = { type: 'decided', at, decision: 'REFUSED', tacit: false, reasons, conditions: [] };
    given(...european, old)
      .when(appealDecision, { grounds: 'A mistake.' }, { actor: claire })
      .then(appealed);
    given(...european, old)
      .when(appealDecision, { grounds: '…' }, { actor: claire, now: new Date('2026-05-04T22:00:00Z') })
      .refused('appeal-of-decision-too-late');
  });
});

describe('an appeal', () => {
  const rule = (ruling: 'APPROVED' | 'REJECTED', actor = authority2) =>
    given(...negative, appealed).when(ruleOnDecisionAppeal, { ruling, reasons: 'Seen anew.' }, { actor });
  it('is ruled on by an officer who did not decide [R10.0.6]', () => {
    rule('APPROVED', authority).refused('ruling-on-own-decision');
    rule('APPROVED', claire).refused('forbidden');
    rule('REJECTED').leadsTo((state) => expect(state.status).toBe('APPEAL_REJECTED'));
  });
  it('approved leads to a positive decision, which is to be accepted in its turn', () => {
    expect(events(rule('APPROVED')).map(({ type }) => type)).toEqual(['decision-appeal-ruled', 'decided']);
    rule('APPROVED').leadsTo((state) =>
      expect(state).toMatchObject({
        ...{ status: 'POSITIVE_DECISION_ISSUED', decision: { decision: 'AUTHORISED', by: 'authority-2' } },
        ...{ appeal: { grounds: 'A mistake.', ruling: { ruling: 'APPROVED' } } },
      }),
    );
  });
  it('stands on the case with its grounds and its ruling [R10.0.5]', () => {
    rule('REJECTED').leadsTo((state) =>
      expect(state).toMatchObject({ appeal: { grounds: 'A mistake.', ruling: { reasons: 'Seen anew.' } } }),
    );
  });
});
