import { filled, patternOf } from '../src/direct/pattern.js';
import { readStatements } from '../src/direct/statement-log.js';
import { readOptions } from '../src/options.js';
import { verdict } from '../src/report.js';
import { requests } from '../src/search/queries.js';
import { place, places } from '../src/search/template.js';
import { median, percentile } from '../src/statistics.js';

describe('figures', () => {
  it('are observed values at their rank', () => {
    const values = Array.from({ length: 200 }, (_, n) => 200 - n);
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([100, 198, 200]);
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });

  it('are judged by their median', () => {
    const measure = { what: 'x', unit: 'ms', values: [40, 49, 900] };
    expect(verdict({ ...measure, goal: { must: 'at most', value: 50 } })).toBe('met');
    expect(verdict({ ...measure, goal: { must: 'at least', value: 50 } })).toBe('missed');
    expect(verdict(measure)).toBe('');
  });
});

describe('the command line', () => {
  it('names every bench, and refuses what it does not know', () => {
    expect(readOptions([], ['a', 'b'])).toMatchObject({ names: ['a', 'b'], runs: 3, events: 1_000_000 });
    expect(readOptions(['b', '--quick'], ['a', 'b'])).toMatchObject({ names: ['b'], quick: true, runs: 1 });
    expect(() => readOptions(['c'], ['a'])).toThrow('there is no bench c');
    expect(() => readOptions(['--runs', '0'], ['a'])).toThrow('--runs must be a whole number');
  });
});

describe('what Postgres logs', () => {
  it('reads back as the statements that were given, with their values', () => {
    const log = [
      '2026-03-02 09:00:00.001 UTC [7] review@review LOG:  execute journal_load: SELECT data\n\tFROM event WHERE stream = $1 AND version > $2',
      '2026-03-02 09:00:00.001 UTC [8] audit@audit LOG:  statement: BEGIN',
      "2026-03-02 09:00:00.001 UTC [7] review@review DETAIL:  Parameters: $1 = 'it''s, $2 = ''x''', $2 = NULL",
    ].join('\n');
    expect(readStatements(log)).toEqual([
      {
        database: 'review',
        text: 'SELECT data\nFROM event WHERE stream = $1 AND version > $2',
        values: ["it's, $2 = 'x'", null],
      },
      { database: 'audit', text: 'BEGIN', values: [] },
    ]);
  });

  it('is filled in anew', () => {
    const pattern = patternOf('case/A of B, A', ['A', 'B']);
    expect(filled(pattern, ['1', '2'])).toBe('case/1 of 2, 1');
    expect(filled(patternOf('none', []), [])).toBe('none');
  });
});

describe('generated searches', () => {
  it('are the same for a seed', () => {
    expect(requests(50, 3)).toEqual(requests(50, 3));
    expect(requests(50, 3)).not.toEqual(requests(50, 4));
  });

  it('stand in templates whose places do not begin one another', () => {
    const all = Array.from({ length: places + 1 }, (_, number) => place(number));
    expect(all.filter((one) => all.some((other) => other !== one && other.startsWith(one)))).toEqual([]);
  });
});
