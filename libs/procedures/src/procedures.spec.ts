import { clockOf, declaredProcedures, inconsistenciesOf, type Procedure, Procedures, phaseAfter } from './index.js';

const declared = declaredProcedures.map((one) => [`${one.id} version ${one.version}`, one] as const);
const access = declaredProcedures.find(({ id }) => id === 'EU_ACCESS') as Procedure;

describe('a declared procedure', () => {
  it.each(declared)('%s holds together', (_id, procedure) => {
    expect(inconsistenciesOf(procedure)).toEqual([]);
  });
  it.each(declared)('%s has a title, a source, a checklist and criteria in both languages', (_id, procedure) => {
    const words = [procedure.title, ...procedure.checklist, ...(procedure.criteria ?? [])].flatMap(({ en, fr }) => [
      en,
      fr,
    ]);
    expect([...words, procedure.law].every((word) => word.length > 3)).toBe(true);
  });
  it('asks for a finding on each criterion of article 68 in access applications, and has a list of its own for statistics', () => {
    const articlesOf = (id: string) => new Procedures().newest(id)?.criteria?.map(({ article }) => article);
    const first = [...'abcdefgh'].map((letter) => `art. 68(1)(${letter})`);
    for (const id of ['EU_ACCESS', 'EU_ACCELERATED', 'EU_TRUSTED_HOLDER'])
      expect(articlesOf(id)).toEqual([...first, 'art. 68(2)']);
    expect(articlesOf('EU_DATA_REQUEST')).toContain('art. 68(2)');
    for (const id of ['FR_AUTHORISATION', 'FR_MR004']) expect(articlesOf(id)).toBeUndefined();
  });
  it('says when it does not hold together', () => {
    const { AUTHORITY_DECISION: _gone, ...clocks } = access.clocks;
    expect(inconsistenciesOf({ ...access, clocks })).toEqual([
      'it names the clock AUTHORITY_DECISION and does not declare it',
    ]);
    expect(inconsistenciesOf({ ...access, phases: access.phases.slice(1) })).toEqual(['it begins with PRE_SCREENING']);
  });
});

describe('procedures', () => {
  const next = { ...access, version: 2 };
  it('begin with the newest version and keep the one they began with', () => {
    const procedures = new Procedures([next, access]);
    expect(procedures.newest('EU_ACCESS')).toBe(next);
    expect(procedures.of({ id: 'EU_ACCESS', version: 1 })).toBe(access);
    expect(procedures.current()).toEqual([next]);
  });
  it('refuse to lose a version that something is under', () => {
    expect(() => new Procedures([next]).of({ id: 'EU_ACCESS', version: 1 })).toThrow('no longer declared');
  });
  it('lead from phase to phase and end', () => {
    expect(phaseAfter(access, 'PRE_SCREENING')?.name).toBe('AUTHORITY_REVIEW');
    expect(phaseAfter(access, 'AUTHORITY_REVIEW')).toBeUndefined();
  });
  it('have no clock that they do not declare', () => {
    expect(() => clockOf(access, 'COMMITTEE_OPINION')).toThrow('declares no clock COMMITTEE_OPINION');
  });
});
