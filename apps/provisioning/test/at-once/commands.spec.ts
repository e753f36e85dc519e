import { forgotten } from '@hub/testkit';
import { commands } from './commands.js';

describe('every command of people', () => {
  it('is given by two at once in a test, or decides nothing for a reason that is written down', () => {
    expect(forgotten(commands)).toEqual([]);
  });
});
