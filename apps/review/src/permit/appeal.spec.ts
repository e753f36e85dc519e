import { fold, tell } from '@hub/decider';
import { authority, claire, officer, person, procedures } from '../case/case.fixture.js';
import { appealRevocation } from './appeal-revocation.js';
import { commands } from './commands.js';
import { codeOf, effectsOf } from './history.js';
import { type PermitEvent, permitCodes } from './permit.events.js';
import { baseId, content, granted, key, sealing } from './permit.fixture.js';
import { type Issued, type Permit, permit } from './permit.js';
import { statusOf } from './permit.view.js';
import { ruleOnAppeal } from './rule-on-appeal.js';
import { verifyPermit } from './verify-permit.js';

const { given } = tell(permit, commands);
const at = '2026-03-02T09:00:00.000Z';
const other = person('authority-2', 'cnil', 'authority_officer');
const revoked: PermitEvent = { type: 'revoked', at, by: 'authority', reasons: 'Misuse.' };
const appealed: PermitEvent = { type: 'revocation-appealed', at, by: 'claire', grounds: 'A mistake.' };
const after = (...events: PermitEvent[]) => fold<Permit, PermitEvent>(permit, events).state as Issued;
const approve = { ruling: 'APPROVED' as const, reasons: 'A mistake indeed.' };
const grounds = 'A mistake.';

describe('a revocation', () => {
  it('is appealed by the lead, or by letter, with the stated reasons [R9.4.12]', () => {
    given(granted, revoked).when(appealRevocation, { grounds }, { procedures, actor: claire }).then(appealed);
    given(granted, revoked)
      .when(appealRevocation, { grounds, askedBy: 'claire' }, { procedures, actor: officer })
      .then(appealed);
    given(granted, revoked).when(appealRevocation, { grounds }, { procedures, actor: authority }).refused('forbidden');
    given(granted).when(appealRevocation, { grounds }, { procedures, actor: claire }).refused('not-allowed-now');
  });
  it('is appealed within two months, not a day later', () => {
    const on = (now: string) =>
      given(granted, revoked).when(appealRevocation, { grounds }, { procedures, actor: claire, now: new Date(now) });
    // 2 May 2026 is a Saturday: the limit runs to Monday the 4th.
    on('2026-05-04T21:59:59.999Z').leadsTo((state) => expect(state.status).toBe('REVOKE_APPEALED'));
    on('2026-05-04T22:00:00.000Z').refused('appeal-too-late', { revokedAt: '2026-03-02' });
  });
  it('stands until the appeal is ruled on', () => {
    expect(statusOf(after(granted, revoked, appealed), new Date(at)).status).toBe('REVOKED');
  });
  it('is ruled on by somebody who did not revoke [R9.4.13]', () => {
    const story = given(granted, revoked, appealed);
    story.when(ruleOnAppeal, approve, { actor: authority, ...sealing }).refused('ruling-on-own-revocation');
    story.when(ruleOnAppeal, approve, { actor: officer, ...sealing }).refused('forbidden');
    story
      .when(ruleOnAppeal, { ruling: 'REJECTED', reasons: 'Misuse it was.' }, { actor: other, ...sealing })
      .then({ type: 'revocation-upheld', at, by: 'authority-2', reasons: 'Misuse it was.' });
  });
  it('lost on appeal is reinstated at once as a new signed version [R9.3.10]', () => {
    given(granted, revoked, appealed)
      .when(ruleOnAppeal, approve, { actor: other, ...sealing })
      .leadsTo((state) => {
        expect(state).toMatchObject({ status: 'GRANTED', content });
        const { versions, history } = state as Issued;
        expect(verifyPermit(versions[1], key.pem)).toMatchObject({ genuine: true, id: `${baseId}-v2` });
        expect(codeOf(state as Issued)).toBe('APPEAL_APPROVED');
        expect(history.map(({ code }) => code)).toEqual(['GRANTED', 'REVOKED', 'REVOKE_APPEALED', 'APPEAL_APPROVED']);
      });
  });
  it('upheld is appealed no second time', () => {
    const upheld: PermitEvent = { type: 'revocation-upheld', at, by: 'authority-2', reasons: 'No.' };
    expect(codeOf(after(granted, revoked, appealed, upheld))).toBe('APPEAL_REJECTED');
    given(granted, revoked, appealed, upheld)
      .when(appealRevocation, { grounds }, { procedures, actor: claire })
      .refused('appealed-already');
  });
  it('from before it was recorded who revoked still folds, and is ruled on', () => {
    given(granted, { type: 'revoked', at, reasons: 'Misuse.' }, appealed)
      .when(ruleOnAppeal, approve, { actor: authority, ...sealing })
      .leadsTo((state) => expect(state.status).toBe('GRANTED'));
  });
});

describe('the history of a permit', () => {
  const change = { kind: 'RENEWAL' as const, months: 12 };
  const request: PermitEvent = {
    type: 'change-requested',
    ...{ at, by: 'claire', requestId: 'r', change, justification: '…' },
  };
  const amendment: PermitEvent = { ...request, change: { kind: 'AMENDMENT', add: [], remove: ['david'] } };
  const signed = (granted as { signed: Issued['versions'][0] }).signed;
  const ruled = { at, by: 'authority', requestId: 'r', changes: [], content, signed };
  const no = { type: 'change-rejected' as const, at, by: 'authority', requestId: 'r', reasons: 'No.' };
  const everything: PermitEvent[] = [
    granted,
    amendment,
    { type: 'change-approved', kind: 'AMENDMENT', ...ruled },
    amendment,
    { ...no, kind: 'AMENDMENT' },
    request,
    { ...no, kind: 'RENEWAL' },
    request,
    { type: 'change-approved', kind: 'RENEWAL', ...ruled },
    revoked,
    appealed,
    { type: 'reinstated', at, by: 'authority-2', reasons: '', content, signed },
    revoked,
    appealed,
    { type: 'revocation-upheld', at, by: 'authority-2', reasons: '' },
    { type: 'expired', at },
  ];
  it('knows each of the twelve codes [R9.3.1]', () => {
    const codes = everything.map((_, index) => codeOf(after(...everything.slice(0, index + 1))));
    expect([...new Set(codes)].sort()).toEqual([...permitCodes].sort());
  });
  it('gains an entry with every change [R9.3.2]', () => {
    expect(after(...everything).history).toHaveLength(everything.length);
    for (const { at: when } of after(...everything).history) expect(when).toBe(at);
  });
  it('says from when to when each version held; a revocation ends the last one [R9.3.3]', () => {
    expect(effectsOf(after(granted, { ...revoked, at: '2026-04-01T00:00:00.000Z' }))).toEqual([
      { id: `${baseId}-v1`, from: at, until: '2026-04-01T00:00:00.000Z' },
    ]);
  });
});
