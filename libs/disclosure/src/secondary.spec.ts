import { result, table, verdict } from './spec-support.js';
import { bounds, determined, type Equation } from './table/linear-system.js';

describe('a suppressed cell', () => {
  test('alone in its column with a total is given back by subtraction', () => {
    const given = table('region,n', 'North,40', 'South,*', 'East,25', 'Total,69');
    expect(verdict('secondary-disclosure', given)).toEqual(['fail', '1 n']);
    expect(result('secondary-disclosure', given).cells[0]?.why.en).toContain('it is 4');
  });

  test('with a second one beside it keeps its secret', () => {
    const given = table('region,n', 'North,40', 'South,*', 'East,*', 'Total,99');
    expect(verdict('secondary-disclosure', given)).toEqual(['pass']);
  });

  test('without a total, or with the total suppressed, keeps its secret', () => {
    expect(verdict('secondary-disclosure', table('region,n', 'North,40', 'South,*'))).toEqual(['pass']);
    const noTotal = table('region,n', 'North,40', 'South,*', 'Total,*');
    expect(verdict('secondary-disclosure', noTotal)).toEqual(['pass']);
  });

  test('in a rectangle of four is safe, in a chain of three is not', () => {
    const cross = (cells: string[][]) =>
      table(
        'sex,region,n',
        ...cells.flatMap((row, i) =>
          row.map((n, j) => `${['F', 'M', 'Total'][i]},${['N', 'S', 'E', 'Total'][j]},${n}`),
        ),
      );
    const rectangle = cross([
      ['*', '*', '50', '95'],
      ['*', '*', '60', '130'],
      ['70', '45', '110', '225'],
    ]);
    expect(verdict('secondary-disclosure', rectangle)).toEqual(['pass']);
    // Neither row of the first column pair is alone in its row, but one is alone in its column.
    const chain = cross([
      ['*', '*', '50', '95'],
      ['*', '25', '60', '130'],
      ['70', '45', '110', '225'],
    ]);
    expect(verdict('secondary-disclosure', chain)).toEqual(['fail', '0 n', '1 n', '4 n']);
  });

  test('is given back across columns as well', () => {
    const given = table('region,men,women,total', 'North,40,*,44', 'South,30,31,61');
    expect(verdict('secondary-disclosure', given)).toEqual(['fail', '0 women']);
  });

  test('that leaves nothing for its neighbours is a zero, known though not determined', () => {
    const given = table('region,n', 'North,40', 'South,*', 'East,*', 'Total,40');
    expect(verdict('secondary-disclosure', given)).toEqual(['fail', '1 n', '2 n']);
  });

  test('confined to a narrow interval is reviewed', () => {
    const given = table('region,n', 'North,40', 'South,*', 'East,*', 'Total,43');
    expect(verdict('secondary-disclosure', given)).toEqual(['review', '1 n', '2 n']);
  });

  test('beside its percentage is reviewed', () => {
    const given = table('region,n,pct', 'North,40,90.9', 'South,*,9.1');
    expect(verdict('secondary-disclosure', given)).toEqual(['review', '1 pct']);
  });

  test('among too many to solve asks for people', () => {
    const given = table('region,n', 'North,40', 'South,*', 'East,*', 'Total,99');
    expect(verdict('secondary-disclosure', given, { settings: { maxUnknowns: 1 } })[0]).toBe('review');
  });
});

describe('the linear system', () => {
  const equation = (terms: [number, number][], constant: number): Equation => ({
    terms: new Map(terms),
    constant,
  });

  test('finds what no single equation tells: x + y = 5, y + z = 7, x + z = 6', () => {
    const equations = [
      equation(
        [
          [0, 1],
          [1, 1],
        ],
        5,
      ),
      equation(
        [
          [1, 1],
          [2, 1],
        ],
        7,
      ),
      equation(
        [
          [0, 1],
          [2, 1],
        ],
        6,
      ),
    ];
    const values = determined(equations, 3);
    expect([...values].map(([unknown, value]) => [unknown, Math.round(value)])).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
  });

  test('fixes nothing in a cycle of an even number', () => {
    const equations = [
      equation(
        [
          [0, 1],
          [1, 1],
        ],
        9,
      ),
      equation(
        [
          [2, 1],
          [3, 1],
        ],
        9,
      ),
      equation(
        [
          [0, 1],
          [2, 1],
        ],
        9,
      ),
      equation(
        [
          [1, 1],
          [3, 1],
        ],
        9,
      ),
    ];
    expect(determined(equations, 4).size).toBe(0);
    expect(bounds(equations, 4)).toEqual(Array(4).fill({ least: 0, most: 9 }));
  });
});
