import { closingLine } from '../src/jest/closing-line.js';

describe('the closing line of a test run', () => {
  it('counts tests, and files that could not be loaded as failures', () => {
    expect(closingLine({ numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 })).toBe(
      '7 passed, 0 failed',
    );
    expect(closingLine({ numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 1 })).toBe(
      '7 passed, 3 failed',
    );
  });
});
