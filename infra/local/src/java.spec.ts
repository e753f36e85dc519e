import { javaMajor } from './java.js';

describe('the version of a Java runtime', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_412"', 8],
    ['openjdk version "25-ea" 2025-09-16', 25],
  ])('%s is %d', (text, major) => expect(javaMajor(text)).toBe(major));

  it('is unknown when the program says something else', () =>
    expect(javaMajor('The program java can be found in…')).toBeUndefined());
});
