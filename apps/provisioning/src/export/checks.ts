/** The automatic checks of a file: what it is, and what its cells disclose. */
import { type DisclosureOptions, fileCheck, runChecks, type Table, worst } from '@hub/disclosure';
import type { Checks } from './export.js';

export interface Earlier {
  readonly exportId: string;
  readonly bytes: Uint8Array;
}

/** Checks bytes against the declared shape and everything that the workspace released before. */
export function checkFile(
  bytes: Uint8Array,
  name: string,
  declared: DisclosureOptions,
  earlier: readonly Earlier[],
  persons: number,
): Checks {
  const { table, ...file } = fileCheck(bytes, name);
  const released = earlier.flatMap(({ exportId, bytes: before }) => {
    const found = fileCheck(before, 'earlier.csv').table;
    return found === undefined ? [] : [{ release: exportId, table: found }];
  });
  const disclosure =
    table === undefined
      ? null
      : runChecks(table, { ...declared, ...knownColumns(declared, table), earlierReleases: released, persons });
  return { outcome: worst([file.outcome, ...(disclosure === null ? [] : [disclosure.outcome])]), disclosure, file };
}

/** What is declared of columns that are not there is left out rather than believed. */
function knownColumns(
  { measures = {}, dimensions = [] }: DisclosureOptions,
  { columns }: Table,
): Pick<DisclosureOptions, 'measures' | 'dimensions'> {
  return {
    measures: Object.fromEntries(Object.entries(measures).filter(([column]) => columns.includes(column))),
    dimensions: dimensions.filter((column) => columns.includes(column)),
  };
}
