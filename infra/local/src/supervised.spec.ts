import { backOff } from './supervised.js';

it('starts again ever more slowly, but at least twice a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 100].map(backOff)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});
