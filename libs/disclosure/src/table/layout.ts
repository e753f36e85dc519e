import { DEFAULTS, type DisclosureOptions, type Measure, type Settings } from '../options.js';
import { plainName, type Role, roleOf } from './column-roles.js';
import { type Cell, type CellRef, normalise, type Reading, readCell, type Table } from './table.js';

export interface Column {
  readonly index: number;
  readonly name: string;
  readonly role: Role;
}

/** A table read once, for every check: its cells, the roles of its columns, its groups. */
export interface Layout {
  readonly table: Table;
  readonly options: DisclosureOptions;
  readonly settings: Settings;
  readonly columns: readonly Column[];
  /** Columns that group. Undeclared whole numbers group where they stand before every measure. */
  readonly dimensions: readonly Column[];
  readonly counts: readonly Column[];
  readonly readings: readonly (readonly Reading[])[];
  /** What every cell says as the label of a group; read through `groupKey` and `isTotal`. */
  readonly labels: readonly (readonly string[])[];
}

/** @throws RangeError when a row has not one cell a column, or two columns share a name. */
export function layOut(table: Table, options: DisclosureOptions): Layout {
  if (new Set(table.columns).size !== table.columns.length) {
    throw new RangeError('Two columns share a name');
  }
  const ragged = table.rows.findIndex((row) => row.length !== table.columns.length);
  if (ragged >= 0) throw new RangeError(`Row ${ragged} has not one cell a column`);
  const settings = { ...DEFAULTS, ...options.settings };
  const marks = new Set(settings.suppressionMarks.map((mark) => mark.toLowerCase()));
  const totals = new Set(settings.totalLabels);
  const readings = table.rows.map((row) => row.map((cell) => readCell(cell, marks)));
  const columns = table.columns.map((name, index) => {
    const own = readings.map((row) => row[index] as Reading);
    return { index, name, role: roleOf(name, own, options) };
  });
  return {
    table,
    options,
    settings,
    columns,
    dimensions: columns.filter((column) => groups(column, columns)),
    counts: columns.filter(({ role }) => role === 'count'),
    readings,
    labels: table.rows.map((row) => row.map((cell) => labelOf(cell, totals))),
  };
}

/** Tables put their groups on the left: an undeclared number after a measure is a measure too. */
function groups({ role, index }: Column, columns: readonly Column[]): boolean {
  if (role !== 'undeclared') return role === 'dimension';
  const firstMeasure = columns.findIndex((c) => c.role !== 'dimension' && c.role !== 'undeclared');
  return index < firstMeasure;
}

export function readingAt(layout: Layout, { row, column }: CellRef): Reading {
  return layout.readings[row]?.[column] ?? { kind: 'missing' };
}

/** The number in a cell, or undefined where there is none. */
export function numberAt(layout: Layout, ref: CellRef): number | undefined {
  const reading = readingAt(layout, ref);
  return reading.kind === 'number' ? reading.value : undefined;
}

export function cellAt(layout: Layout, { row, column }: CellRef): Cell {
  return layout.table.rows[row]?.[column] ?? null;
}

export function columnsOf(layout: Layout, ...measures: Measure[]): readonly Column[] {
  return layout.columns.filter(({ role }) => (measures as Role[]).includes(role));
}

/** Every number of the given columns, with its place. */
export function* numbersIn(
  layout: Layout,
  columns: readonly Column[],
): Generator<{ row: number; column: Column; value: number }> {
  for (let row = 0; row < layout.table.rows.length; row += 1) {
    for (const column of columns) {
      const value = numberAt(layout, { row, column: column.index });
      if (value !== undefined) yield { row, column, value };
    }
  }
}

/** Whether a count column adds up its neighbours: `total`, `n_total`, `Ensemble`. */
export function isTotalName(name: string, settings: Settings): boolean {
  return plainName(name)
    .split('_')
    .some((word) => settings.totalLabels.includes(word));
}

/** The labels of a row in the given grouping columns, as one key; all total labels are one. */
export function groupKey(layout: Layout, row: number, dimensions: readonly Column[]): string {
  return dimensions.map(({ index }) => layout.labels[row]?.[index] ?? '').join('\u001f');
}

/** Whether a row totals all groups of a grouping column. */
export function isTotal(layout: Layout, row: number, { index }: Column): boolean {
  return layout.labels[row]?.[index] === TOTAL;
}

// No label is this: control characters do not survive the reading of a file.
const TOTAL = '\u0000total';

/** Compared as written save for Unicode form and spaces around; all labels of a total are one. */
function labelOf(cell: Cell, totals: ReadonlySet<string>): string {
  const label = normalise(cell);
  const plain = label.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return totals.has(plain) || /^total\b/.test(plain) ? TOTAL : label;
}
