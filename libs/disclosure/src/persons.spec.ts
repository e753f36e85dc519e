import { nirKey, passesLuhn, runChecks, type Table } from './index.js';
import { result, table, verdict } from './spec-support.js';

const NIR = '2 55 08 14 168 025 38';
const CORSICAN = `1 84 05 2A 004 012 ${String(nirKey('184052A004012')).padStart(2, '0')}`;

describe('identifiers', () => {
  test('a NIR with its key fails, spaced or not, Corsican or not, and is masked in the report', () => {
    const given = table('region,note', `North,${NIR}`, `South,see ${CORSICAN}`, `East,${NIR.replaceAll(' ', '')}`);
    expect(verdict('identifiers', given)).toEqual(['fail', '0 note', '1 note', '2 note']);
    expect(JSON.stringify(runChecks(given))).not.toContain('168');
  });

  test('one with a wrong key is no NIR; one without key is reviewed; an exponent hides nothing', () => {
    expect(verdict('identifiers', table('region,note', 'North,255081416802539'))).toEqual(['pass']);
    expect(verdict('identifiers', table('region,note', 'North,2550814168025'))).toEqual(['review', '0 note']);
    expect(verdict('identifiers', table('region,ref', 'North,2.55081416802538E+14'))).toEqual(['fail', '0 ref']);
  });

  test('an RPPS number passes Luhn and fails the check; as an amount it is reviewed', () => {
    const rpps = [
      '10001234567',
      '10001234568',
      '10001234569',
      '10001234560',
      '10001234561',
      '10001234562',
      '10001234563',
      '10001234564',
      '10001234565',
      '10001234566',
    ].filter(passesLuhn);
    expect(rpps).toHaveLength(1);
    expect(verdict('identifiers', table('region,doctor', `North,${rpps[0]}`))).toEqual(['fail', '0 doctor']);
    expect(verdict('identifiers', table('region,sum_cost', `North,${rpps[0]}`))).toEqual(['review', '0 sum_cost']);
  });

  test.each([
    ['an e-mail address', 'write to anne.martin@chu-exemple.fr'],
    ['a hospital number', 'IPP n° 80012345'],
    ['a date of birth in a sentence', 'née le 12/03/1950'],
    ['a date of birth in another', 'né le 12/03/1950'],
    ['a date of birth in English', 'DOB: 1950-03-12'],
    ['an encrypted identifier', '9e107d9d372bb6826bd81d3542a419d6'],
  ])('%s fails', (_, text) => {
    expect(verdict('identifiers', table('region,note', `North,${text}`))).toEqual(['fail', '0 note']);
  });

  test('names of columns tell: patient numbers, dates of birth', () => {
    expect(verdict('identifiers', table('BEN_NIR_PSA,n', 'XK3PQ,40'))).toEqual(['fail', '-1 BEN_NIR_PSA']);
    expect(verdict('identifiers', table('date_naissance,n', '1950-03-12,40'))).toEqual(['fail', '0 date_naissance']);
  });

  test('dates over a lifetime are reviewed, dates of a study are not', () => {
    expect(verdict('identifiers', table('day,n', '12/03/1950,40', '01/04/2001,41'))).toEqual(['review', '-1 day']);
    expect(verdict('identifiers', table('week,n', '2026-03-02,40', '2026-03-09,41'))).toEqual(['pass']);
  });
});

describe('the shape of a table', () => {
  const many = (columns: string[], cells: (i: number) => string[], length = 60): Table => ({
    columns,
    rows: Array.from({ length }, (_, i) => cells(i)),
  });

  test('of one row a person fails: as many rows as persons', () => {
    const given = many(['age', 'n'], (i) => [`${i}`, '40']);
    expect(verdict('row-level-shape', given, { persons: 60 })[0]).toBe('fail');
    expect(verdict('row-level-shape', given, { persons: 60_000 })).toEqual(['pass']);
  });

  test('without any aggregate fails, and names the column that is nearly unique', () => {
    const given = many(['patient', 'sex'], (i) => [`P${i}`, i % 2 ? 'F' : 'M']);
    expect(verdict('row-level-shape', given)).toEqual(['fail', '-1 ', '-1 patient']);
  });

  test('of a short list without aggregate is reviewed', () => {
    expect(verdict('row-level-shape', table('code,label', 'A,Alpha', 'B,Beta'))).toEqual(['review', '-1 ']);
  });

  test('of one row a region passes; a unique column beside others is reviewed', () => {
    expect(
      verdict(
        'row-level-shape',
        many(['region', 'n'], (i) => [`R${i}`, '40']),
      ),
    ).toEqual(['pass']);
    const beside = many(['ref', 'sex', 'n'], (i) => [`P${i}`, 'F', '40']);
    expect(verdict('row-level-shape', beside)).toEqual(['review', '-1 ref']);
  });
});

test('a report counts all cells but lists no more than asked', () => {
  const given = table('region,n', ...Array.from({ length: 30 }, (_, i) => `R${i},3`));
  const { cells, flagged } = result('minimum-count', given, { settings: { maxCells: 5 } });
  expect([cells.length, flagged]).toEqual([5, 30]);
});

test('a table that is not rectangular is a fault', () => {
  expect(() => runChecks({ columns: ['a', 'b'], rows: [['1']] })).toThrow(RangeError);
  expect(() => runChecks({ columns: ['a', 'a'], rows: [] })).toThrow(RangeError);
});
