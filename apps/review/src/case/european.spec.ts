import type { CaseEvent } from './case.events.js';
import {
  at,
  authority,
  claire,
  given,
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
import { published } from './case.published.js';
import { authorise, refuseAuthorisation } from './decide.js';
import { renewAuthorityTime } from './extend-time.js';
import { forgoAssessment } from './forgo-assessment.js';
import { missLimit } from './miss-limit.js';
import { proposeDecision } from './propose-decision.js';
import { receiveInformation } from './receive-information.js';
import { recordCompleteness } from './record-completeness.js';
import { redirect } from './redirect.js';
import { requestInformation, requestInformationForDecision } from './request-information.js';

const hubsAuthority = person('helena', 'hdh', 'authority_officer');
const holder = person('camille', 'cnam', 'data_holder');
const under = (procedure: string, holderIds: readonly string[] = []) => storyUnder(procedure, holderIds);
const complete = { urgent: false };
const threeMonths = '2026-06-02T21:59:59.999Z';

describe('a European case', () => {
  const seized = under('EU_ACCESS').then(recordCompleteness, complete, officer);

  it('[EHDS 68(4)] goes from completeness to the body at once, which has three months', () => {
    seized.is({ status: 'AUTHORITY_REVIEW' });
    expect(seized.types()).toEqual(['opened', 'found-complete', 'authority-seized']);
    expect(seized.due('AUTHORITY_DECISION')).toBe(threeMonths);
  });
  it('is decided late where nobody decided in time: silence permits nothing', () => {
    const now = justAfter(threeMonths);
    const missed = seized.then(missLimit, { clock: 'AUTHORITY_DECISION', dueAt: threeMonths }, review, now);
    missed.is({ status: 'AUTHORITY_REVIEW', file: { clocks: { AUTHORITY_DECISION: { missed: true } } } });
    missed.then(authorise, { reasons: 'r' }, hubsAuthority, now).is({ status: 'POSITIVE_DECISION_ISSUED' });
  });
  it('gives the body two months on the accelerated track', () => {
    const fast = under('EU_ACCELERATED').then(recordCompleteness, complete, officer);
    expect(fast.due('AUTHORITY_DECISION')).toBe('2026-05-04T21:59:59.999Z'); // 2 May is a Saturday
  });
  it('gets three months more with written reasons, once, by the body only', () => {
    const longer = seized.then(renewAuthorityTime, { reason: 'Linkage of five sources.' }, hubsAuthority);
    expect(longer.due('AUTHORITY_DECISION')).toBe('2026-09-02T21:59:59.999Z');
    longer.when(renewAuthorityTime, { reason: 'More.' }, hubsAuthority).refused('extended-already');
    seized.when(renewAuthorityTime, { reason: 'More.' }, officer).refused('forbidden');
  });
  it('lets the body ask the applicant once; its clock stands still meanwhile', () => {
    const asked = seized.then(requestInformationForDecision, { remarks }, hubsAuthority);
    asked.is({ status: 'AWAITING_ADDITIONAL_INFORMATION', phase: 'AUTHORITY_REVIEW' });
    expect(asked.due('AUTHORITY_DECISION')).toBeUndefined();
    const answer = { requestId: 'id-1', team, scope, providedAt: '2026-03-12T09:00:00.000Z' };
    const answered = asked.then(receiveInformation, answer, review);
    answered.is({ status: 'AUTHORITY_REVIEW' });
    const event = answered.events.at(-1) as CaseEvent;
    expect(published(event, answered.state, 'c').data).toMatchObject({ askedBy: 'helena', phase: 'PROCESSING' });
    expect(answered.due('AUTHORITY_DECISION')).toBe('2026-06-12T21:59:59.999Z'); // ten days later
    answered.when(requestInformationForDecision, { remarks }, hubsAuthority).refused('already-asked');
    expect(answered.allowed(hubsAuthority)).not.toContain('request-information-for-decision');
    expect(seized.allowed(hubsAuthority)).toContain('request-information-for-decision');
  });
  it('lets an officer ask once before it is complete, without a clock of the hub’s own', () => {
    const asked = under('EU_ACCESS').then(requestInformation, { remarks }, officer);
    const answer = { requestId: 'id-1', team, scope, providedAt: '2026-03-12T09:00:00.000Z' };
    asked.then(receiveInformation, answer, review).is({ status: 'PRE_SCREENING', file: { clocks: {} } });
  });
  it('of statistics is decided without a permit’s validity', () => {
    const decided = under('EU_DATA_REQUEST')
      .then(recordCompleteness, complete, officer)
      .then(authorise, { reasons: 'r', months: 3 }, hubsAuthority);
    decided.is({ status: 'STATISTICS_AWAITED', decision: { decision: 'AUTHORISED' } });
    expect(decided.state).not.toHaveProperty('decision.validity');
  });
});

describe('propose-decision', () => {
  const assessing = under('EU_TRUSTED_HOLDER', ['cnam']).then(recordCompleteness, complete, officer);
  const proposal = { proposal: 'PARTIAL', reasons: 'Without the free text.' } as const;
  const proposed = assessing.then(proposeDecision, proposal, holder);

  it('[EHDS 72] is the trusted holder’s, for two months; then the body has two months', () => {
    assessing.is({ status: 'HOLDER_ASSESSMENT' });
    expect(assessing.due('HOLDER_ASSESSMENT')).toBe('2026-05-04T21:59:59.999Z');
    proposed.is({ status: 'AUTHORITY_REVIEW', assessments: [{ holderId: 'cnam', ...proposal }] });
    expect(proposed.due('AUTHORITY_DECISION')).toBe('2026-05-04T21:59:59.999Z');
  });
  it('is nothing to other holders, nor to the body before the proposal, nor to a holder that applies', () => {
    assessing.when(proposeDecision, proposal, person('x', 'chu', 'data_holder')).refused('not-found');
    assessing.when(proposeDecision, proposal, hubsAuthority).refused('not-found');
    assessing.when(proposeDecision, proposal, claire).refused('forbidden', { by: ['holder'] });
    const own = under('EU_TRUSTED_HOLDER', ['inserm']).then(recordCompleteness, complete, officer);
    own.when(proposeDecision, proposal, person('x', 'inserm', 'data_holder')).refused('not-found');
  });
  it('waits for every holder where several hold the data, and takes one proposal of each', () => {
    const both = under('EU_TRUSTED_HOLDER', ['chu', 'cnam']).then(recordCompleteness, complete, officer);
    const one = both.then(proposeDecision, proposal, holder);
    one.is({ status: 'HOLDER_ASSESSMENT' });
    one.when(proposeDecision, proposal, holder).refused('proposed-already');
    expect([both.allowed(holder), one.allowed(holder)]).toEqual([['propose-decision'], []]);
    one.then(proposeDecision, proposal, person('x', 'chu', 'data_holder')).is({ status: 'AUTHORITY_REVIEW' });
  });
  it('is answered by the decision: followed or not, and if not, why', () => {
    const reasons = 'r';
    proposed.when(authorise, { reasons }, hubsAuthority).refused('proposal-unanswered');
    proposed
      .when(refuseAuthorisation, { reasons, followedProposal: false }, hubsAuthority)
      .refused('reasons-on-proposal-missing');
    proposed
      .then(refuseAuthorisation, { reasons, followedProposal: false, reasonsOnProposal: 'Too rare.' }, hubsAuthority)
      .is({ decision: { proposal: { followed: false, reasons: 'Too rare.' } } });
    proposed
      .then(authorise, { reasons, followedProposal: true }, hubsAuthority)
      .is({ decision: { proposal: { followed: true } } });
  });
  it('comes before the body’s time, which is extended while it runs and not after', () => {
    const late = justAfter('2026-05-04T21:59:59.999Z');
    const access = under('EU_ACCESS', ['cnam']).then(recordCompleteness, complete, officer);
    access
      .when(renewAuthorityTime, { reason: 'r' }, hubsAuthority, justAfter('2026-06-02T21:59:59.999Z'))
      .refused('extended-too-late', { dueAt: '2026-06-02T21:59:59.999Z' });
    access.then(renewAuthorityTime, { reason: 'r' }, hubsAuthority, late).is({ status: 'AUTHORITY_REVIEW' });
  });
  it('is not waited for once the holder’s time is over: the hub goes on without it, not before', () => {
    const dueAt = '2026-05-04T21:59:59.999Z';
    assessing.when(forgoAssessment, { reason: 'No answer.' }, officer).refused('holders-still-assess', { dueAt });
    assessing
      .then(forgoAssessment, { reason: 'No answer.' }, officer, justAfter(dueAt))
      .is({ status: 'AUTHORITY_REVIEW' })
      .then(authorise, { reasons: 'r' }, hubsAuthority, justAfter(dueAt))
      .is({ decision: { decision: 'AUTHORISED' } });
  });
  it('shows overdue where the holder stays silent', () => {
    const dueAt = '2026-05-04T21:59:59.999Z';
    const missed = assessing.then(missLimit, { clock: 'HOLDER_ASSESSMENT', dueAt }, review, justAfter(dueAt));
    missed.is({ status: 'HOLDER_ASSESSMENT', file: { clocks: { HOLDER_ASSESSMENT: { missed: true } } } });
    missed.then(proposeDecision, proposal, holder, justAfter(dueAt)).is({ status: 'AUTHORITY_REVIEW' });
  });
});

describe('a commitment to a reference methodology', () => {
  it('is registered once complete, with what was found on each point', () => {
    const registered = under('FR_MR004').then(recordCompleteness, complete, officer);
    registered.is({ status: 'REGISTERED', registeredAt: at, file: { clocks: {} } });
    expect(registered.types()).toEqual(['opened', 'registered']);
    registered.when(authorise, { reasons: 'r' }, authority).refused('not-found');
  });
});

describe('the checklist', () => {
  const begun = under('FR_MR004');
  const items = procedures
    .of({ id: 'FR_MR004', version: 1 })
    .checklist.map(({ key }) => ({ key, outcome: 'MET' as 'MET' | 'MISSING' | 'NOT_APPLICABLE' }));
  const [first, ...others] = items as [(typeof items)[number], ...typeof items];

  it('records each point, with what does not apply and why', () => {
    const found = [{ ...first, outcome: 'NOT_APPLICABLE' as const, remark: 'Aggregates only.' }, ...others];
    begun.then(recordCompleteness, { urgent: false, items: found }, officer).is({ file: { checklist: found } });
  });
  it('keeps a file from going on while a point is missing, open, unknown or said twice', () => {
    const refused = (wrong: typeof items, code: string, keys: string[]) =>
      begun.when(recordCompleteness, { urgent: false, items: wrong }, officer).refused(code, { keys });
    refused([{ ...first, outcome: 'MISSING' }, ...others], 'file-incomplete', [first.key]);
    refused(others, 'checklist-unfinished', [first.key]);
    refused([...items, { key: 'NONSENSE', outcome: 'MET' }], 'checklist-unknown', ['NONSENSE']);
    refused([...items, first], 'checklist-doubled', [first.key]);
  });
});

describe('redirect', () => {
  const reasons = 'Statistics are enough.';
  it('ends the case and names the procedure that applies', () => {
    const redirected = under('EU_ACCESS').then(redirect, { procedure: 'EU_DATA_REQUEST', reasons }, officer);
    redirected.is({ status: 'REDIRECTED', redirection: { at, to: 'EU_DATA_REQUEST', reasons }, file: { clocks: {} } });
  });
  it('leads to another procedure, and one that exists', () => {
    under('EU_ACCESS').when(redirect, { procedure: 'EU_ACCESS', reasons }, officer).refused('same-procedure');
    under('EU_ACCESS').when(redirect, { procedure: 'DE_ACCESS', reasons }, officer).refused('no-such-procedure');
    const gone: CaseEvent[] = under('EU_ACCESS').then(recordCompleteness, complete, officer).events;
    given(...gone)
      .when(redirect, { procedure: 'EU_DATA_REQUEST', reasons }, { actor: officer, procedures })
      .refused('not-allowed-now');
  });
});
