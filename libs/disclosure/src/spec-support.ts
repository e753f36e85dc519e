import { type CheckName, type CheckResult, type DisclosureOptions, parseCsv, runChecks, type Table } from './index.js';

/** A table as one writes it in a test: a header and rows, comma between cells. */
export function table(...lines: string[]): Table {
  const parsed = parseCsv(lines.join('\n'));
  if (!parsed.ok) throw new Error(`${parsed.why} in line ${parsed.line}`);
  return parsed.table;
}

/** What one check says of a table. */
export function result(check: CheckName, given: Table, options?: DisclosureOptions): CheckResult {
  const found = runChecks(given, options).results.find((r) => r.check === check);
  if (!found) throw new Error(`No result of ${check}`);
  return found;
}

/** The flagged cells of one check as `row column`, e.g. `2 n`, after its outcome. */
export function verdict(check: CheckName, given: Table, options?: DisclosureOptions): string[] {
  const { outcome, cells } = result(check, given, options);
  return [outcome, ...cells.map(({ row, column }) => `${row} ${column}`)];
}
