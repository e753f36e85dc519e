import type { CaseEvent, Opinion } from './case.events.js';
import {
  authority,
  beforeTheAuthority,
  claire,
  david,
  ends,
  given,
  justAfter,
  lastInstant,
  opinion,
  reported,
  review,
  seized,
  voteOpened,
  votes,
} from './case.fixture.js';
import { authorise, decideBySilence, refuseAuthorisation } from './decide.js';
import { renewAuthorityTime } from './extend-time.js';
import { goOnToAuthority } from './go-on-to-authority.js';

const reasons = 'Proportionate.';

describe('go-on-to-authority', () => {
  const withOpinion = (value: Opinion) => [
    ...reported,
    voteOpened,
    ...votes({ president: 'FAVOURABLE' }),
    opinion(value),
  ];
  it('is the lead’s choice, whatever the opinion, and starts two months', () => {
    for (const value of ['FAVOURABLE', 'UNFAVOURABLE', 'TACIT_FAVOURABLE'] as const) {
      given(...withOpinion(value))
        .when(goOnToAuthority, {}, { actor: claire })
        .then(seized);
    }
    given(...withOpinion('FAVOURABLE'))
      .when(goOnToAuthority, {}, { actor: david })
      .refused('forbidden', { by: ['lead'] });
    given(...withOpinion('FAVOURABLE'))
      .when(goOnToAuthority, {}, { actor: authority })
      .refused('not-found');
  });
});

describe('authorise and refuse', () => {
  it('authorises for whole months from the day of the decision', () => {
    given(...beforeTheAuthority())
      .when(authorise, { reasons, months: 12, conditions: ['ONE_COHORT'] }, { actor: authority })
      .leadsTo((state) =>
        expect(state).toMatchObject({
          status: 'DECIDED',
          decision: {
            decision: 'AUTHORISED',
            tacit: false,
            conditions: ['ONE_COHORT'],
            validity: { from: '2026-03-02', until: '2027-03-01' },
          },
        }),
      );
  });
  it('takes the procedure’s duration where none is named, and never more than ten years', () => {
    given(...beforeTheAuthority())
      .when(authorise, { reasons }, { actor: authority })
      .leadsTo((state) => expect(state).toMatchObject({ decision: { validity: { until: '2029-03-01' } } }));
    given(...beforeTheAuthority())
      .when(authorise, { reasons, months: 121 }, { actor: authority })
      .refused('validity-too-long', { most: 120 });
  });
  it('refuses with reasons, without a validity', () => {
    given(...beforeTheAuthority())
      .when(refuseAuthorisation, { reasons }, { actor: authority })
      .leadsTo((state) => {
        expect(state).toMatchObject({ status: 'NEGATIVE_DECISION_ISSUED', decision: { decision: 'REFUSED', reasons } });
        expect(state).not.toHaveProperty('decision.validity');
      });
  });
  it('decides once, and not after its time', () => {
    const decided: CaseEvent = {
      type: 'decided',
      at: ends.decision,
      decision: 'REFUSED',
      tacit: false,
      conditions: [],
    };
    given(...beforeTheAuthority(), decided)
      .when(authorise, { reasons }, { actor: authority })
      .refused('not-allowed-now', { status: 'NEGATIVE_DECISION_ISSUED', allowed: ['flag-sensitive', 'lock-case'] });
    given(...beforeTheAuthority())
      .when(authorise, { reasons }, { actor: authority, now: lastInstant(ends.decision) })
      .leadsTo((state) => expect(state.status).toBe('DECIDED'));
    given(...beforeTheAuthority())
      .when(refuseAuthorisation, { reasons }, { actor: authority, now: justAfter(ends.decision) })
      .refused('time-is-up');
  });
});

describe('the authority’s silence', () => {
  const silent = { actor: review, now: justAfter(ends.decision) };
  it.each([
    ['FAVOURABLE', 'AUTHORISED'],
    ['FAVOURABLE_WITH_RECOMMENDATIONS', 'AUTHORISED'],
    ['RESERVED', 'REFUSED'],
    ['UNFAVOURABLE', 'REFUSED'],
    ['TACIT_FAVOURABLE', 'REFUSED'],
  ] as const)('after the opinion %s means %s', (value, decision) => {
    given(...beforeTheAuthority(value))
      .when(decideBySilence, { clock: 'AUTHORITY_DECISION', dueAt: ends.decision }, silent)
      .leadsTo((state) =>
        expect(state).toMatchObject({
          status: decision === 'AUTHORISED' ? 'DECIDED' : 'NEGATIVE_DECISION_ISSUED',
          decision: { decision, tacit: true, at: ends.decision },
        }),
      );
  });
  it('counts the validity from the day the limit ended, not from when it was recorded', () => {
    given(...beforeTheAuthority())
      .when(
        decideBySilence,
        { clock: 'AUTHORITY_DECISION', dueAt: ends.decision },
        { actor: review, now: new Date('2026-06-20T00:00:00Z') },
      )
      .leadsTo((state) =>
        expect(state).toMatchObject({ decision: { validity: { from: '2026-05-04', until: '2029-05-03' } } }),
      );
  });
});

describe('renew-authority-time', () => {
  it('gives two months more, once, with a reason', () => {
    const { outcome } = given(...beforeTheAuthority()).when(
      renewAuthorityTime,
      { reason: 'Complex.' },
      { actor: authority },
    );
    const renewed = [...beforeTheAuthority(), ...(outcome as CaseEvent[])];
    given(...renewed)
      .when(renewAuthorityTime, { reason: 'More.' }, { actor: authority })
      .refused('extended-already');
    given(...renewed)
      .when(
        decideBySilence,
        { clock: 'AUTHORITY_DECISION', dueAt: ends.decision },
        { actor: review, now: justAfter(ends.decision) },
      )
      .refused('clock-not-due');
    given(...renewed)
      .when(
        decideBySilence,
        { clock: 'AUTHORITY_DECISION', dueAt: ends.renewedDecision },
        { actor: review, now: justAfter(ends.renewedDecision) },
      )
      .leadsTo((state) => expect(state.status).toBe('DECIDED'));
  });
});
