import { result, table, verdict } from './spec-support.js';

describe('differencing', () => {
  const march = { release: '2026-03', table: table('sex,region,n', 'F,North,120', 'M,North,98') };

  test('fails where a group has grown by four persons since an earlier release', () => {
    const now = table('region,sex,n', 'North,M,98', 'North,F,124');
    expect(verdict('differencing', now, { earlierReleases: [march] })).toEqual(['fail', '1 n']);
    expect(result('differencing', now, { earlierReleases: [march] }).cells[0]?.why.en).toContain('2026-03');
  });

  test('passes where nothing changed, or by as many as the minimum', () => {
    const now = table('sex,region,n', 'F,North,131', 'M,North,98');
    expect(verdict('differencing', now, { earlierReleases: [march] })).toEqual(['pass']);
  });

  test('sees through a new name of the count', () => {
    const now = table('sex,region,patients', 'F,North,121', 'M,North,98');
    expect(verdict('differencing', now, { earlierReleases: [march] })).toEqual(['fail', '0 patients']);
  });

  test('compares tables of the same grouping only', () => {
    const now = table('sex,age,n', 'F,North,121');
    expect(verdict('differencing', now, { earlierReleases: [march] })).toEqual(['pass']);
  });

  test('is reviewed where one release shows what the other withholds', () => {
    const now = table('sex,region,n', 'F,North,*', 'M,North,98');
    expect(verdict('differencing', now, { earlierReleases: [march] })).toEqual(['review', '0 n']);
  });
});

describe('class disclosure', () => {
  test('all persons of a group in one category', () => {
    const given = table('region,smoker,n', 'North,yes,40', 'North,no,0', 'South,yes,30', 'South,no,35');
    expect(verdict('class-disclosure', given)).toEqual(['review', '0 n', '3 n']);
  });

  test('a percentage of 100, no spread, a minimum that is the maximum', () => {
    const given = table('region,n,pct_positive,sd_age', 'North,40,100,3.2', 'South,50,62.5,0');
    expect(verdict('class-disclosure', given)).toEqual(['review', '0 pct_positive', '1 sd_age']);
    const range = table('region,n,min_age,max_age', 'North,40,70,70', 'South,50,18,90');
    expect(verdict('class-disclosure', range)).toEqual(['review', '0 min_age']);
  });

  test('values all equal, told by the evidence', () => {
    const given = table('region,n,mean_stage', 'North,40,3.0');
    const evidence = { allEqual: [{ row: 0, column: 'mean_stage' }] };
    expect(verdict('class-disclosure', given, { evidence })).toEqual(['review', '0 mean_stage']);
  });

  test('persons and deaths side by side are not two categories', () => {
    expect(verdict('class-disclosure', table('region,n,deaths', 'North,40,0', 'South,50,20', 'East,60,30'))).toEqual([
      'pass',
    ]);
  });
});
