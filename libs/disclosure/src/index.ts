/** Disclosure control of outputs: checks on a table and on a file. Pure and advisory. */
export { nirKey, passesLuhn } from './checks/identifier-patterns.js';
export {
  type CsvDelimiter,
  type CsvFault,
  type CsvLimits,
  type CsvResult,
  parseCsv,
} from './csv.js';
export { fileCheck } from './files/file-check.js';
export {
  FILE_LIMITS,
  type FileKind,
  type FileLimits,
  type FileReason,
  type FileReasonCode,
  type FileReport,
} from './files/file-result.js';
export {
  DEFAULTS,
  type DisclosureOptions,
  type EarlierRelease,
  type Evidence,
  type Measure,
  type RoundedCells,
  type Settings,
} from './options.js';
export {
  type CheckName,
  type CheckResult,
  type FlaggedCell,
  type Outcome,
  type Sentence,
  WHOLE_COLUMN,
  worst,
} from './result.js';
export { type RoundingRemedy, roundToBase } from './round-to-base.js';
export { type Report, runChecks } from './run-checks.js';
export type { Cell, Table } from './table/table.js';
