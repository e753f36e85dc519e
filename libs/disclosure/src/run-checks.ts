import { checkClassDisclosure } from './checks/class-disclosure.js';
import { checkDegreesOfFreedom } from './checks/degrees-of-freedom.js';
import { checkDifferencing } from './checks/differencing.js';
import { checkDominance, checkPRatio } from './checks/dominance.js';
import { checkIdentifiers } from './checks/identifiers.js';
import { checkMinimumCount } from './checks/minimum-count.js';
import { checkMissingAndNegative } from './checks/missing-and-negative.js';
import { checkRounding } from './checks/rounding.js';
import { checkRowLevelShape } from './checks/row-level-shape.js';
import { checkSecondaryDisclosure } from './checks/secondary-disclosure.js';
import { checkUnderlyingCounts } from './checks/underlying-counts.js';
import { checkZeroCells } from './checks/zero-cells.js';
import type { DisclosureOptions } from './options.js';
import { type CheckName, type CheckResult, type Outcome, worst } from './result.js';
import { type Layout, layOut } from './table/layout.js';
import type { Table } from './table/table.js';

/** In the order in which a checker reads them. A check without an entry does not compile. */
const CHECKS: Record<CheckName, (layout: Layout) => CheckResult> = {
  'row-level-shape': checkRowLevelShape,
  identifiers: checkIdentifiers,
  'minimum-count': checkMinimumCount,
  'underlying-counts': checkUnderlyingCounts,
  'zero-cells': checkZeroCells,
  'class-disclosure': checkClassDisclosure,
  'secondary-disclosure': checkSecondaryDisclosure,
  differencing: checkDifferencing,
  dominance: checkDominance,
  'p-ratio': checkPRatio,
  'degrees-of-freedom': checkDegreesOfFreedom,
  'missing-and-negative': checkMissingAndNegative,
  rounding: checkRounding,
};

/** The worst outcome, and what every check said. */
export interface Report {
  readonly outcome: Outcome;
  readonly results: readonly CheckResult[];
}

/**
 * Runs every disclosure check on a table. Advisory: people decide.
 *
 * @throws RangeError when the table is not rectangular or two columns share a name
 */
export function runChecks(table: Table, options: DisclosureOptions = {}): Report {
  const layout = layOut(table, options);
  const results = Object.values(CHECKS).map((check) => check(layout));
  return { outcome: worst(results.map(({ outcome }) => outcome)), results };
}
