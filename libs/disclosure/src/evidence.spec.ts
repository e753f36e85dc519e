import { table, verdict } from './spec-support.js';

describe('a sum of costs', () => {
  const costs = table('region,n,sum_cost', 'North,40,1000', 'South,50,1000');
  const contributors = (row: number, ...largest: number[]) => ({
    row,
    column: 'sum_cost',
    sum: 1000,
    largest,
  });
  const evidence = (...given: ReturnType<typeof contributors>[]) => ({
    evidence: { contributors: given },
  });

  test('without evidence is reviewed: the table cannot tell', () => {
    expect(verdict('dominance', costs)).toEqual(['review', '-1 sum_cost']);
    expect(verdict('p-ratio', costs)).toEqual(['review', '-1 sum_cost']);
  });

  test('fails dominance where two contributors make up 90 % of it, exactly 90 % included', () => {
    expect(verdict('dominance', costs, evidence(contributors(0, 600, 299)))).toEqual(['pass']);
    expect(verdict('dominance', costs, evidence(contributors(0, 300, 600)))).toEqual(['fail', '0 sum_cost']);
    const lenient = {
      ...evidence(contributors(0, 600, 300)),
      settings: { dominance: { n: 1, share: 0.85 } },
    };
    expect(verdict('dominance', costs, lenient)).toEqual(['pass']);
  });

  test('fails the p-ratio where what is left is under a tenth of the largest', () => {
    expect(verdict('p-ratio', costs, evidence(contributors(1, 700, 230)))).toEqual(['pass']);
    expect(verdict('p-ratio', costs, evidence(contributors(1, 700, 231)))).toEqual(['fail', '1 sum_cost']);
  });

  test('of one contributor fails both', () => {
    expect(verdict('dominance', costs, evidence(contributors(0, 1000)))[0]).toBe('fail');
    expect(verdict('p-ratio', costs, evidence(contributors(0, 1000)))[0]).toBe('fail');
  });

  test('with evidence about another figure is reviewed', () => {
    const foreign = { ...contributors(0, 200, 100), sum: 4000 };
    expect(verdict('dominance', costs, evidence(foreign))).toEqual(['review', '0 sum_cost']);
  });
});

describe('a model', () => {
  const model = table('term,coefficient,std_err', 'age,0.31,0.02', 'sex,0.12,0.05');
  const models = (observations: number) => ({
    evidence: { models: [{ name: 'cox', observations, parameters: 5 }] },
  });

  test('fails below ten degrees of freedom, and is reviewed without evidence', () => {
    expect(verdict('degrees-of-freedom', model, models(14))).toEqual(['fail', '-1 cox']);
    expect(verdict('degrees-of-freedom', model, models(15))).toEqual(['pass']);
    expect(verdict('degrees-of-freedom', model)[0]).toBe('review');
  });
});
