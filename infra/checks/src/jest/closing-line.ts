/** As much of jest's results as the line needs. */
interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A jest reporter: the last line says `N passed, N failed`, alone, for whoever reads only that. */
export default class ClosingLine {
  onRunComplete(_contexts: unknown, results: Results): void {
    // Jest prints its own summary last, right after this call.
    setImmediate(() => process.stdout.write(`\n${closingLine(results)}\n`));
  }
}

/** A file that could not even be loaded counts as one failure: its tests never ran. */
export function closingLine({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: Results): string {
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}
