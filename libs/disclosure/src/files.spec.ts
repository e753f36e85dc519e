import { fileCheck, runChecks } from './index.js';
import { judged, png, utf8, zip } from './spec-files.js';

describe('a text file', () => {
  test('of comma, semicolon or tab separated values is a table, ready for the checks', () => {
    expect(judged('region,n\r\nNorth,40\r\n', 'counts.csv')).toEqual(['csv', 'pass']);
    expect(judged('region;n\nNorth;40\n', 'counts.csv')).toEqual(['csv', 'pass']);
    expect(judged('region\tn\nNorth\t40\n', 'counts.tsv')).toEqual(['tsv', 'pass']);
    const { table } = fileCheck(utf8('region,n\nNorth,4\n'), 'counts.csv');
    expect(table && runChecks(table).outcome).toBe('fail');
  });

  test('that is not strict CSV, or not a table, is for people', () => {
    expect(judged('region,n\nNorth,4,5\n', 'counts.csv')).toEqual([
      'text',
      'review',
      'not-strict-csv',
      'content-not-checked',
      'name-mismatch',
    ]);
    expect(judged('Results of the second wave', 'readme.txt')).toEqual(['text', 'review', 'content-not-checked']);
  });

  test('with a formula is reviewed; signed numbers are none', () => {
    expect(judged('region,n\nNorth,=1+1\n', 'counts.csv')).toEqual(['csv', 'review', 'formula']);
    expect(judged('region,n\nNorth,-1.5\nSouth,+2\nEast,-1e5\n', 'counts.csv')).toEqual(['csv', 'pass']);
  });

  test('above the caps fails, in rows or in bytes', () => {
    expect(judged('a,b\n1,2\n3,4\n', 'x.csv', { maxRows: 1 })).toEqual(['csv', 'fail', 'too-many-rows']);
    expect(judged('a,b\n1,2\n3,4\n', 'x.csv', { maxBytes: 5 })).toEqual(['unknown', 'fail', 'too-large']);
  });
});

describe('a name', () => {
  test('never decides: a picture named as a table is a picture, and reviewed for it', () => {
    expect(judged(png(), 'counts.csv')).toEqual(['png', 'review', 'content-not-checked', 'name-mismatch']);
  });
  test.each(['../counts.csv', 'a/counts.csv', 'counts\u202Evsc.csv', '', '..'])('of %j is not safe', (name) => {
    expect(judged('a,b\n1,2\n', name)).toContain('unsafe-name');
  });
});

describe('what is not known fails', () => {
  test.each([
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
    ['HTML', utf8('<!doctype html><p>hello')],
    ['a zip that is no workbook', zip({ 'data.csv': 'a,b' })],
  ])('%s', (_, bytes) => {
    expect(judged(bytes, 'results.bin').slice(0, 2)).toEqual(['unknown', 'fail']);
  });
  test('and so does nothing at all', () => {
    expect(judged('', 'x.csv')).toEqual(['unknown', 'fail', 'empty']);
  });
});

test('Parquet is known by both its ends', () => {
  expect(judged('PAR1....1234PAR1', 'a.parquet')).toEqual(['parquet', 'review', 'content-not-checked']);
  expect(judged('PAR1....1234', 'a.parquet')).toEqual(['parquet', 'fail', 'malformed']);
});
