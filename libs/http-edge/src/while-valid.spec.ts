import { WhileValid } from './while-valid.js';

class Looked extends WhileValid<{ until: number }> {
  get size(): number {
    return this.known.size;
  }
}

describe('values that are valid for a while', () => {
  it('are given until they end', () => {
    const values = new Looked(10);
    values.remember('a', { until: 100 }, 0);
    expect(values.get('a', 99)).toEqual({ until: 100 });
    expect(values.get('a', 100)).toBeUndefined();
  });

  it('go when they have ended, long before the room is used up', () => {
    const values = new Looked(1_000_000);
    for (let n = 0; n < 100_000; n++) values.remember(`k${n}`, { until: n + 500 }, n);
    expect(values.size).toBeLessThanOrEqual(1_000);
    expect(values.get('k99999', 100_000)).toBeDefined();
  });

  it('never take more room than they may', () => {
    const values = new Looked(3);
    for (let n = 0; n < 100; n++) values.remember(`k${n}`, { until: 1_000 }, 0);
    expect(values.size).toBeLessThanOrEqual(3);
  });
});
