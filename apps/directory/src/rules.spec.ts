import { system, tell } from '@hub/decider';
import { person } from '@hub/testkit';
import { civilDay } from './exchange/civil-day.js';
import { standingOf } from './exchange/standing.js';
import { endMandate, lapseMandate } from './mandate/end-mandate.js';
import { giveMandate } from './mandate/give-mandate.js';
import { type MandateEvent, mandate } from './mandate/mandate.js';
import { publishedMandate } from './mandate/mandate.published.js';
import { comparable } from './organisation/search-words.js';

const slices = [giveMandate, endMandate, lapseMandate];
const story = tell(mandate, slices);
const administrator = { actor: person('admin', 'hdh', 'directory_administrator') };
const known = { personKnown: true, organisationKnown: true, alreadyGiven: false };
const terms = { personId: 'claire', organisationId: 'inserm', role: 'applicant', from: '2026-01-01' } as const;
const given: MandateEvent = { type: 'MandateGiven', ...terms, givenBy: 'admin' };
const limited: MandateEvent = { ...given, to: '2026-03-01' };

describe('a mandate', () => {
  it('is given by an administrator to somebody else', () => {
    story
      .given()
      .when(giveMandate, terms, { ...administrator, ...known })
      .then(given);
    story
      .given()
      .when(giveMandate, { ...terms, personId: 'admin' }, { ...administrator, ...known })
      .refused('own-mandate');
    const applicant = { actor: person('eve', 'institut-curie', 'applicant'), ...known };
    story.given().when(giveMandate, terms, applicant).refused('forbidden');
  });

  it('is between known parties, for a period that runs forwards', () => {
    const by = (facts: object) => ({ ...administrator, ...known, ...facts });
    story
      .given()
      .when(giveMandate, terms, by({ personKnown: false }))
      .refused('person-unknown');
    story
      .given()
      .when(giveMandate, terms, by({ organisationKnown: false }))
      .refused('organisation-unknown');
    story
      .given()
      .when(giveMandate, terms, by({ alreadyGiven: true }))
      .refused('already-given');
    story
      .given()
      .when(giveMandate, { ...terms, to: '2025-12-31' }, by({}))
      .refused('period-reversed');
    story
      .given()
      .when(giveMandate, { ...terms, to: terms.from }, by({}))
      .then({ ...given, to: terms.from });
  });

  it('is ended by an administrator, once; its holder sees it but cannot', () => {
    story
      .given(given)
      .when(endMandate, {}, administrator)
      .then({ type: 'MandateEnded', endedBy: 'admin', cause: 'ended' });
    story
      .given(given)
      .when(endMandate, {}, { actor: person('claire', 'inserm') })
      .refused('forbidden');
    story
      .given(given)
      .when(endMandate, {}, { actor: person('eve', 'institut-curie') })
      .refused('not-found');
    const ended: MandateEvent = { type: 'MandateEnded', endedBy: 'admin', cause: 'ended' };
    story.given(given, ended).when(endMandate, {}, administrator).refused('not-allowed-now');
  });

  it('lapses on the day after its last', () => {
    const hub = { actor: system('directory') };
    story.given(limited).when(lapseMandate, { today: '2026-03-01' }, hub).refused('still-running');
    story
      .given(limited)
      .when(lapseMandate, { today: '2026-03-02' }, hub)
      .then({ type: 'MandateEnded', endedBy: 'service:directory', cause: 'lapsed' });
    story.given(given).when(lapseMandate, { today: '2999-01-01' }, hub).refused('still-running');
  });

  it('is announced with identifiers alone', () => {
    const state = { status: 'given', terms, givenBy: 'admin' } as const;
    expect(publishedMandate(given, state, 'm-1').data).toEqual({ mandateId: 'm-1', ...terms });
  });
});

describe('a standing', () => {
  const mandates = [
    { organisationId: 'inserm', role: 'applicant', scope: null },
    { organisationId: 'hdh', role: 'auditor', scope: null },
    { organisationId: 'inserm', role: 'data_holder', scope: ['d-1'] },
    { organisationId: 'inserm', role: 'applicant', scope: null },
  ];

  it('is for one organisation at a time: the one asked for, else the oldest mandate’s', () => {
    expect(standingOf(mandates)).toMatchObject({ organisation: 'inserm', roles: ['applicant'] });
    expect(standingOf(mandates, 'hdh')).toEqual({ organisation: 'hdh', roles: ['auditor'], scoped: [] });
    expect(standingOf(mandates, 'cnam')).toBeUndefined();
  });

  it('keeps limited roles apart', () => {
    expect(standingOf(mandates)?.scoped).toEqual([{ role: 'data_holder', scope: ['d-1'] }]);
  });

  it('is empty without mandates', () => {
    expect(standingOf([])).toEqual({ organisation: '', roles: [], scoped: [] });
    expect(standingOf([], 'inserm')).toBeUndefined();
  });
});

describe('words and days', () => {
  it('are compared without accents, cases and marks', () => {
    expect(comparable('Hôpitaux de l’Île — CHU')).toBe('hopitaux de l ile chu');
    expect(comparable('100 %_')).toBe('100');
  });

  it('are those of Paris', () => {
    expect(civilDay(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-02');
  });
});
