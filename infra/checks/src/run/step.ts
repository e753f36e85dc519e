/** One check of `npm run check`. Findings are sentences, each with its place and what to do; none means passed. */
export interface Step {
  readonly name: string;
  findings(options: StepOptions): Promise<readonly string[]>;
}

export interface StepOptions {
  /** Repair what a program can repair: format, generate documents, publish contracts that only gained. */
  readonly write: boolean;
}

export interface StepResult {
  readonly name: string;
  readonly findings: readonly string[];
  readonly seconds: number;
}

/** Runs every step, also after one has failed, so that one run shows all there is to mend. */
export async function runSteps(
  steps: readonly Step[],
  options: StepOptions,
  say: (line: string) => void,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const result = await timed(step, options);
    results.push(result);
    say(lineFor(result));
    for (const finding of result.findings) say(`    ${finding.replaceAll('\n', '\n    ')}`);
  }
  return results;
}

async function timed(step: Step, options: StepOptions): Promise<StepResult> {
  const began = performance.now();
  // A check that breaks has not passed.
  const findings = await step
    .findings(options)
    .catch((error: Error) => [`the check itself broke: ${error.stack ?? error}`]);
  return { name: step.name, findings, seconds: (performance.now() - began) / 1000 };
}

function lineFor({ name, findings, seconds }: StepResult): string {
  const verdict =
    findings.length === 0 ? 'ok' : `FAILED, ${findings.length} finding${findings.length === 1 ? '' : 's'}`;
  return `${findings.length === 0 ? '✓' : '✗'} ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s  ${verdict}`;
}
