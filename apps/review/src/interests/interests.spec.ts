import { tell } from '@hub/decider';
import { anne, at, claire, officer, president, sylvie } from '../case/case.fixture.js';

import { commands } from './commands.js';
import { confirmInterests } from './confirm-interests.js';
import { tiesWith } from './conflicts.js';
import { type InterestsEvent, interests, type Tie } from './interests.js';
import { published } from './interests.published.js';
import { publicViewOf } from './interests.view.js';
import { publishInterests } from './publish-interests.js';

const { given } = tell(interests, commands);
const employed: Tie = { kind: 'EMPLOYMENT', to: 'ORGANISATION', id: 'inserm', since: '2019-09-01' };
const relative: Tie = { kind: 'FAMILY', to: 'PERSON', id: 'david', since: '1980-01-01' };
const ended: Tie = { kind: 'ADVISORY', to: 'SPONSOR', id: 'laboratoire', since: '2015-01-01', until: '2021-03-02' };
const declared: InterestsEvent = {
  type: 'published',
  at,
  memberId: 'anne',
  ties: [employed, relative],
  confirmBy: '2027-03-02',
};

describe('publish-interests', () => {
  it('is the member’s own act, and replaces what was published before', () => {
    given()
      .when(publishInterests, { ties: [employed, relative] }, { actor: anne })
      .then(declared);
    given(declared)
      .when(publishInterests, { ties: [] }, { actor: anne })
      .then({ ...declared, ties: [] });
    given()
      .when(publishInterests, { ties: [] }, { actor: president })
      .leadsTo((state) => expect(state).toMatchObject({ memberId: 'president' }));
  });
  it('is nobody else’s: no other member, officer or applicant', () => {
    given(declared).when(publishInterests, { ties: [] }, { actor: sylvie }).refused('not-found');
    for (const actor of [officer, claire]) given().when(publishInterests, { ties: [] }, { actor }).refused('forbidden');
  });
  it('names each tie once, with an end after its beginning', () => {
    given()
      .when(publishInterests, { ties: [employed, { ...ended, until: '2014-12-31' }] }, { actor: anne })
      .refused('tie-ends-before-it-begins', { fields: ['ties.1.until'] });
    given()
      .when(publishInterests, { ties: [employed, relative, employed] }, { actor: anne })
      .refused('tie-declared-twice', { fields: ['ties.2'] });
  });
});

describe('confirm-interests', () => {
  const later = new Date('2027-02-01T09:00:00.000Z');
  it('holds for another year', () => {
    given(declared)
      .when(confirmInterests, {}, { actor: anne, now: later })
      .then({ type: 'confirmed', at: later.toISOString(), confirmBy: '2028-02-01' });
    given().when(confirmInterests, {}, { actor: anne }).refused('not-found');
  });
  it('a year without confirmation shows', () => {
    const { state } = given(declared);
    if (state.status === 'ABSENT') throw new Error('published');
    expect(publicViewOf(state, later).outdated).toBe(false);
    expect(publicViewOf(state, new Date('2027-03-02T22:59:59.999Z')).outdated).toBe(false);
    expect(publicViewOf(state, new Date('2027-03-02T23:00:00.000Z')).outdated).toBe(true);
  });
});

describe('a declaration', () => {
  const parties = { people: ['claire', 'david'], organisations: ['inserm', 'laboratoire'] };

  it('conflicts with a project of the same organisation, person or sponsor', () => {
    expect(tiesWith([employed, relative, ended], parties, '2026-03-02')).toEqual([employed, relative, ended]);
    expect(tiesWith([employed, relative], { ...parties, people: [], organisations: ['chu'] }, '2026-03-02')).toEqual(
      [],
    );
    // An organisation of the project may be the member's sponsor, whatever the member called it.
    expect(tiesWith([{ ...employed, to: 'SPONSOR' }], parties, '2026-03-02')).toHaveLength(1);
    expect(tiesWith([{ ...relative, to: 'ORGANISATION' }], parties, '2026-03-02')).toEqual([]);
  });
  it('conflicts with who has a part in it by name only, however it is written, and with nobody else', () => {
    const named = (...names: string[]) => ({ people: [], organisations: ['chu'], names });
    const sponsor: Tie = { kind: 'FUNDING', to: 'SPONSOR', id: 'Laboratoire d’Été, S.A.', since: '2024-01-01' };
    const by = (tie: Tie, ...names: string[]) => tiesWith([tie], named(...names), '2026-03-02').length;
    expect(by(sponsor, "LABORATOIRE D'ETE S.A.")).toBe(1);
    expect(by({ ...sponsor, to: 'ORGANISATION' }, 'laboratoire d été s a')).toBe(1);
    expect(by(sponsor, 'Laboratoire d’Hiver')).toBe(0);
    expect(by({ ...sponsor, id: '…' }, '—', '')).toBe(0);
    expect(by({ ...relative, id: 'Laboratoire' }, 'Laboratoire')).toBe(0);
    // The member knows the organisation by its name, the project by its id in the directory, or the other way round.
    expect(
      tiesWith([{ ...sponsor, id: 'C.H.U.' }], { ...named(), organisations: ['c-h-u'] }, '2026-03-02'),
    ).toHaveLength(1);
  });
  it('counts from the day the tie begins until five years after its end', () => {
    expect(tiesWith([employed], parties, '2019-08-31')).toEqual([]);
    expect(tiesWith([ended], parties, '2026-03-02')).toEqual([ended]);
    expect(tiesWith([ended], parties, '2026-03-03')).toEqual([]);
  });
  it('shows everybody the ties, but not which relative; others hear of no person at all', () => {
    const { state } = given(declared);
    if (state.status === 'ABSENT') throw new Error('published');
    expect(publicViewOf(state, new Date(at)).ties).toEqual([
      employed,
      { kind: 'FAMILY', to: 'PERSON', since: '1980-01-01' },
    ]);
    expect(published(declared, state).data).toEqual({
      memberId: 'anne',
      organisations: ['inserm'],
      sponsors: [],
      confirmBy: '2027-03-02',
    });
  });
});
