import type { Person } from '@hub/decider';
import {
  anne,
  auditor,
  authority,
  beforeTheAuthority,
  beforeTheCommittee,
  claire,
  cleared,
  david,
  declares,
  engineer,
  eve,
  irene,
  mehdi,
  officer,
  opened,
  person,
  president,
  reported,
  stateAfter,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import type { Opened } from './case.js';
import { reviewCase } from './case.js';
import { viewOf } from './case.view.js';

const seen = (state: Opened, actor: Person | typeof anne) =>
  viewOf(state, actor, { id: 'c', version: 1, now: new Date(0), allowed: [] }) as Record<string, any>;
const relations = (state: Opened, actor: typeof anne) => reviewCase.relations(state, actor);

describe('a case exists', () => {
  it('in pre-screening for the team, the officers and the auditor', () => {
    const state = stateAfter(opened);
    expect([claire, david, officer, auditor].map((who) => relations(state, who))).toEqual([
      ['lead'],
      ['team'],
      ['officer'],
      ['auditor'],
    ]);
    for (const who of [eve, president, anne, authority, engineer]) expect(relations(state, who)).toEqual([]);
  });
  it('for the committee once it is forwarded, and for the authority once it is seized', () => {
    expect(relations(stateAfter(...beforeTheCommittee), anne)).toEqual(['undeclared']);
    expect(relations(stateAfter(...reported), anne)).toEqual(['member', 'rapporteur']);
    expect(relations(stateAfter(...reported), president)).toEqual(['member', 'president']);
    expect(relations(stateAfter(...reported), authority)).toEqual([]);
    expect(relations(stateAfter(...beforeTheAuthority()), authority)).toEqual(['authority']);
  });
  it('for a recused member no longer, in any state and by no other role', () => {
    const alsoOfficer = person('anne', 'hdh', 'committee_member', 'hub_officer', 'authority_officer', 'auditor');
    for (const events of [beforeTheCommittee, reported, beforeTheAuthority()]) {
      expect(relations(stateAfter(...events, declares(anne, true)), anne)).toEqual([]);
      expect(relations(stateAfter(...events, declares(anne, true)), alsoOfficer)).toEqual([]);
    }
  });
  it('for nobody of the applicant’s organisation as a committee member, nor for the team in another role or name', () => {
    expect(relations(stateAfter(...beforeTheCommittee), irene)).toEqual([]);
    expect(relations(stateAfter(opened), person('david', 'inserm', 'hub_officer'))).toEqual(['team']);
    expect(relations(stateAfter(opened), person('david', 'hdh', 'hub_officer'))).toEqual([]);
  });
});

describe('what a case shows', () => {
  const state = stateAfter(...reported, voteOpened, ...votes({ anne: 'FAVOURABLE', mehdi: 'RESERVED' }));

  it('to a member who has not declared is only enough to declare', () => {
    const view = seen(stateAfter(...beforeTheCommittee), anne);
    expect(Object.keys(view).sort()).toEqual(
      [
        'allowed',
        'applicationId',
        'datasets',
        'id',
        'leadId',
        'organisationId',
        'status',
        'team',
        'version',
        'you',
      ].sort(),
    );
  });
  it('of votes: to who has voted all of them, to who has not only who has', () => {
    expect(seen(state, anne).committee.vote.votes).toEqual({ anne: 'FAVOURABLE', mehdi: 'RESERVED' });
    for (const who of [sylvie, president, auditor]) {
      expect(seen(state, who).committee.vote).toMatchObject({ voted: ['anne', 'mehdi'] });
      expect(JSON.stringify(seen(state, who).committee.vote)).not.toContain('RESERVED');
    }
  });
  it('of the committee: nothing to the team, the officer and the authority', () => {
    for (const who of [claire, david, officer]) expect(seen(state, who)).not.toHaveProperty('committee');
    const decided = stateAfter(...beforeTheAuthority());
    for (const who of [claire, authority]) {
      expect(seen(decided, who)).not.toHaveProperty('committee');
      expect(seen(decided, who).opinion.opinion).toBe('FAVOURABLE');
    }
    expect(seen(decided, sylvie).committee.vote.votes).toEqual({
      president: 'FAVOURABLE',
      anne: 'FAVOURABLE',
      mehdi: 'FAVOURABLE',
    });
  });
  it('of clocks: what runs since when, until when, and what happens then', () => {
    expect(seen(stateAfter(...beforeTheCommittee, ...cleared), mehdi).clocks).toEqual([
      {
        name: 'COMMITTEE_OPINION',
        party: 'committee',
        startedAt: '2026-03-02T09:00:00.000Z',
        dueAt: '2026-04-02T21:59:59.999Z',
        pausedSince: null,
        overdue: false,
        onSilence: 'TACIT_FAVOURABLE',
        then: { en: 'The opinion is tacitly favourable.', fr: 'L’avis est réputé favorable.' },
        extended: false,
      },
    ]);
  });
});
