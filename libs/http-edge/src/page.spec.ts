import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { PageInput, pageOf, placeOf } from './page.js';

const wrong = (query: object) => validateSync(plainToInstance(PageInput, query)).map(({ property }) => property);
const row = (id: string, at: string) => ({ id, updatedAt: new Date(at) });

describe('a page', () => {
  it('takes an instant, or the place that the page before named', () => {
    for (const before of ['2026-03-02T09:00:00.000Z', '2026-03-02', '2026-03-02T09:00:00.000Z,case-1']) {
      expect([before, wrong({ before, limit: '200' })]).toEqual([before, []]);
    }
    expect(wrong({ before: 'yesterday', limit: '201' }).sort()).toEqual(['before', 'limit']);
  });
  it('names the place of the next one, and none after the last', () => {
    const rows = [row('a', '2026-03-02T09:00:00.000Z'), row('b', '2026-03-02T09:00:00.000Z')];
    const { items, next } = pageOf(rows, 2, ({ id }) => id);
    expect([items, next]).toEqual([['a', 'b'], '2026-03-02T09:00:00.000Z,b']);
    expect(placeOf(next ?? '')).toEqual({ at: new Date('2026-03-02T09:00:00.000Z'), id: 'b' });
    expect(pageOf(rows, 3, ({ id }) => id).next).toBeNull();
  });
  it('begins before every row of an instant that is named alone', () => {
    expect(placeOf('2026-03-02')).toEqual({ at: new Date('2026-03-02'), id: null });
    expect(placeOf(undefined)).toBeUndefined();
  });
});
