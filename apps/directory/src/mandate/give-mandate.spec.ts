import { person } from '@hub/testkit';
import { giveMandate, type Parties } from './give-mandate.js';
import { administrator, given, known, representative, story, terms } from './mandate.fixture.js';

const by = (facts: Partial<Parties> = {}) => ({ ...administrator, ...known, ...facts });

describe('a mandate', () => {
  it('is given by an administrator to somebody else', () => {
    story.given().when(giveMandate, terms, by()).then(given);
    story
      .given()
      .when(giveMandate, { ...terms, personId: 'admin' }, by())
      .refused('own-mandate');
    const applicant = { actor: person('eve', 'institut-curie', 'applicant'), ...known };
    story.given().when(giveMandate, terms, applicant).refused('forbidden');
  });

  it('is between known parties, for a period that runs forwards', () => {
    story
      .given()
      .when(giveMandate, terms, by({ personKnown: false }))
      .refused('person-unknown');
    story
      .given()
      .when(giveMandate, terms, by({ organisation: undefined }))
      .refused('organisation-unknown');
    story
      .given()
      .when(giveMandate, terms, by({ organisation: { kind: 'research', active: false, seats: [] } }))
      .refused('organisation-closed');
    story
      .given()
      .when(giveMandate, terms, by({ alreadyGiven: true }))
      .refused('already-given');
    story
      .given()
      .when(giveMandate, { ...terms, to: '2025-12-31' }, by())
      .refused('period-reversed');
    story
      .given()
      .when(giveMandate, { ...terms, to: terms.from }, by())
      .then({ ...given, to: terms.from });
  });

  it('of an ordinary role is given by the organisation’s own representative', () => {
    const own = { ...representative, ...known };
    story
      .given()
      .when(giveMandate, terms, own)
      .then({ ...given, givenBy: 'rita' });
    for (const role of ['hub_officer', 'auditor', 'directory_administrator', 'organisation_representative'] as const) {
      story
        .given()
        .when(giveMandate, { ...terms, role }, own)
        .refused('role-of-the-hub');
    }
    story
      .given()
      .when(giveMandate, { ...terms, organisationId: 'cnam' }, own)
      .refused('not-your-organisation');
    story
      .given()
      .when(giveMandate, { ...terms, personId: 'rita' }, own)
      .refused('own-mandate');
  });
});

describe('a seat of a governing body', () => {
  const seats = [{ role: 'body_president', number: 2, termYears: 3, renewals: 1 }] as const;
  const assembly = { kind: 'general-assembly', active: true, seats } as const;
  const seat = { personId: 'claire', organisationId: 'assembly', role: 'body_president', from: '2026-01-01' } as const;
  const term = { ...seat, to: '2029-01-01' };

  it('exists only in bodies of its kind', () => {
    story
      .given()
      .when(giveMandate, { ...terms, role: 'committee_member' }, by())
      .refused('seat-of-another-kind');
    story
      .given()
      .when(giveMandate, { ...term, role: 'committee_member' }, by({ organisation: assembly }))
      .refused('seat-of-another-kind');
  });

  it('is taken by one person at a time, as long as there are free ones', () => {
    story
      .given()
      .when(giveMandate, term, by({ organisation: assembly, takenSeats: [1] }))
      .then({ type: 'MandateGiven', ...term, givenBy: 'admin', on: '2026-03-02', seat: 2 });
    story
      .given()
      .when(giveMandate, term, by({ organisation: assembly, takenSeats: [2, 1] }))
      .refused('no-free-seat', { role: 'body_president', number: 2 });
  });

  it('is for a term, and renewed as often as the body allows', () => {
    const body = (termsBefore: number) => by({ organisation: assembly, termsBefore });
    story.given().when(giveMandate, seat, body(0)).refused('term-too-long', { years: 3, latest: '2029-01-01' });
    story
      .given()
      .when(giveMandate, { ...seat, to: '2029-01-02' }, body(0))
      .refused('term-too-long');
    story.given().when(giveMandate, term, body(2)).refused('renewed-too-often');
    expect(story.given().when(giveMandate, term, body(1)).outcome).toHaveLength(1);
  });
});
