import { roundToBase, runChecks } from './index.js';
import { result, table, verdict } from './spec-support.js';

describe('a count below the minimum', () => {
  const strokes = table('region,n', 'North,40', 'South,4', 'East,11', 'Total,55');

  test('fails, and the cell is named with its reason in both languages', () => {
    const { outcome, cells, explanation } = result('minimum-count', strokes);
    expect(outcome).toBe('fail');
    expect(cells).toEqual([
      {
        row: 1,
        column: 'n',
        value: '4',
        why: { en: '4 is below the minimum of 11.', fr: '4 est inférieur au minimum de 11.' },
      },
    ]);
    expect(explanation.fr).toContain('au moins 11');
  });

  test('is a matter of the body: 3 lets it pass, 100 fails them all', () => {
    expect(verdict('minimum-count', strokes, { settings: { minimumCount: 3 } })).toEqual(['pass']);
    const strict = verdict('minimum-count', strokes, { settings: { minimumCount: 100 } });
    expect(strict).toEqual(['fail', '0 n', '1 n', '2 n', '3 n']);
  });

  test('is found by declaration, by name, and behind thousands and full-width digits', () => {
    const declared = { measures: { hospitalised: 'count' } } as const;
    expect(verdict('minimum-count', table('region,hospitalised', 'North,4'), declared)[0]).toBe('fail');
    for (const name of ['Nb décès', 'n_patients', 'Effectif', 'count', 'cases', 'Femmes']) {
      expect(verdict('minimum-count', table(`region,${name}`, 'North,4'))).toEqual(['fail', `0 ${name}`]);
    }
    expect(verdict('minimum-count', table('region,n', 'North,４', 'South,1 204'))).toEqual(['fail', '0 n']);
  });

  test('is reviewed where nobody said what the whole numbers are, and left alone in labels', () => {
    expect(verdict('minimum-count', table('region,visits', 'North,4'))).toEqual(['review', '0 visits']);
    expect(verdict('minimum-count', table('age,n', '4,40', '5,50'))).toEqual(['pass']);
    expect(verdict('minimum-count', table('wave,n', '4,40'), { dimensions: ['wave'] })).toEqual(['pass']);
  });

  test('fails behind a mean too, when the evidence tells', () => {
    const means = table('region,mean_age', 'North,61.2', 'South,58.4');
    expect(verdict('underlying-counts', means)).toEqual(['review', '-1 mean_age']);
    const counts = [40, 4].map((n, row) => ({ row, column: 'mean_age', n }));
    expect(verdict('underlying-counts', means, { evidence: { counts } })).toEqual(['pass']);
    expect(verdict('minimum-count', means, { evidence: { counts } })).toEqual(['fail', '1 mean_age']);
  });
});

describe('a rounded count', () => {
  const rounded = table('region,n', 'North,40', 'South,5', 'East,15');

  test('of 5 hides 3 to 7, so it still fails: rounding does not make a group larger', () => {
    expect(verdict('minimum-count', rounded, { rounded: true })).toEqual(['fail', '1 n']);
  });

  test('of 15 may hide a 13: it fails a minimum of 14 where the worst case counts', () => {
    const settings = { minimumCount: 14, roundedCells: 'worst-case' } as const;
    expect(verdict('minimum-count', rounded, { rounded: true, settings })).toEqual(['fail', '1 n', '2 n']);
  });

  test('passes where the procedure lets rounding protect, but only if it is rounded', () => {
    const settings = { roundedCells: 'protected' } as const;
    expect(verdict('minimum-count', rounded, { rounded: true, settings })).toEqual(['pass']);
    expect(verdict('minimum-count', rounded, { settings })).toEqual(['fail', '1 n']);
    expect(verdict('minimum-count', table('region,n', 'North,4'), { rounded: true, settings })[0]).toBe('fail');
    const zero = table('region,n', 'North,0', 'South,40');
    expect(verdict('zero-cells', zero, { rounded: true, settings })).toEqual(['pass']);
  });
});

test('the cell of 4 fails; rounded, suppressed, and with its margins, the table passes', () => {
  const before = table(
    'sex,region,n',
    'F,North,42',
    'F,South,4',
    'F,Total,46',
    'M,North,38',
    'M,South,27',
    'M,Total,65',
    'Total,North,80',
    'Total,South,31',
    'Total,Total,111',
  );
  expect(runChecks(before).outcome).toBe('fail');

  // Suppressing the cell alone is undone by a subtraction.
  const starred = {
    ...before,
    rows: before.rows.map((row) => row.map((c) => (c === '4' ? '*' : c))),
  };
  expect(verdict('secondary-disclosure', starred)).toEqual(['fail', '1 n']);

  const after = roundToBase(before, 5, { suppressBelow: 11 });
  expect(after.rows.map((row) => row[2])).toEqual([40, '*', '*', 40, 25, 65, 80, '*', '*']);
  expect(runChecks(after, { rounded: true })).toMatchObject({ outcome: 'pass' });
});

describe('rounding to a base', () => {
  test('computes totals again from the rounded parts, down and across', () => {
    const given = table('region,men,women,total', 'North,12,12,24', 'South,13,13,26', 'Total,25,25,50');
    const after = roundToBase(given);
    expect(after.rows).toEqual([
      ['North', 10, 10, 20],
      ['South', 15, 15, 30],
      ['Total', 25, 25, 50],
    ]);
    expect(verdict('rounding', after, { rounded: true })).toEqual(['pass']);
    expect(given.rows[0]?.[1]).toBe('12');
  });

  test('suppresses a total along every margin, and leaves one whose parts are incomplete', () => {
    const given = table(
      'sex,region,n',
      'F,North,42',
      'F,South,4',
      'F,Total,46',
      'M,Total,60',
      'Total,North,81',
      'Total,South,25',
      'Total,Total,106',
    );
    const after = roundToBase(given, 5, { suppressBelow: 11 });
    expect(after.rows.map((row) => row[2])).toEqual([40, '*', '*', 60, 80, 25, '*']);
  });

  test('touches counts only', () => {
    const given = table('age,n,mean_cost', '41,103,12.3');
    expect(roundToBase(given, 10).rows).toEqual([['41', 100, '12.3']]);
  });

  test('that was declared and is not there, or does not add up, is reviewed', () => {
    const given = table('region,n', 'North,40', 'South,23', 'Total,65');
    expect(verdict('rounding', given, { rounded: true })).toEqual(['review', '1 n', '2 n']);
    expect(result('rounding', given).cells[0]?.why.en).toBe('The parts add up to 63.');
  });
});

describe('zero, missing, negative', () => {
  test('a zero is reviewed, or passes where the body says so', () => {
    const given = table('region,n', 'North,0', 'South,40', 'East,41');
    expect(verdict('zero-cells', given)).toEqual(['review', '0 n']);
    expect(verdict('zero-cells', given, { settings: { zeroCells: 'pass' } })).toEqual(['pass']);
  });

  test('what is missing, negative or unreadable is reviewed; a mark of suppression is not', () => {
    const given = table(
      'region,n',
      'North,',
      'South,-12',
      'East,about ten',
      'West,*',
      'Centre,<11',
      'Isles,40',
      'Alps,50',
      'Coast,60',
    );
    expect(verdict('missing-and-negative', given)).toEqual(['review', '0 n', '1 n', '2 n']);
  });
});
