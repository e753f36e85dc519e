import type { EarlierRelease } from '../options.js';
import { type CheckResult, conclude, type Finding, type Sentence } from '../result.js';
import { plainName } from '../table/column-roles.js';
import { type Column, cellAt, groupKey, type Layout, layOut, numberAt, readingAt } from '../table/layout.js';
import { isProtectedByRounding } from './rounded.js';

/**
 * Two releases of one project that differ by a few persons disclose those persons. Compared are
 * earlier tables with the same grouping columns, in any order, group by group.
 *
 * Not compared: tables with other groupings (18–64 against 18–65). That remains the checkers' task.
 */
export function checkDifferencing(layout: Layout): CheckResult {
  const earlier = layout.options.earlierReleases ?? [];
  const findings = earlier.flatMap((release) => compare(layout, release));
  return conclude('differencing', findings, layout.settings.maxCells, {
    en: `Compared with ${earlier.length} earlier release(s) of the project.`,
    fr: `Comparaison avec ${earlier.length} publication(s) antérieure(s) du projet.`,
  });
}

function compare(layout: Layout, { release, table }: EarlierRelease): Finding[] {
  const { measures, dimensions, rounded, settings } = layout.options;
  const before = layOut(table, { measures, dimensions, rounded, settings });
  const groupings = sameGroupings(layout, before);
  if (!groupings) return [];
  const rowOf = new Map<string, number>();
  for (let row = 0; row < table.rows.length; row += 1) {
    rowOf.set(
      groupKey(
        before,
        row,
        groupings.map((pair) => pair.before),
      ),
      row,
    );
  }
  const now = groupings.map((pair) => pair.now);
  const findings: Finding[] = [];
  for (let row = 0; row < layout.table.rows.length; row += 1) {
    const old = rowOf.get(groupKey(layout, row, now));
    if (old === undefined) continue;
    for (const pair of pairs(layout.counts, before.counts)) {
      const judged = judge(layout, row, before, old, pair, release);
      if (!judged) continue;
      const value = cellAt(layout, { row, column: pair.now.index });
      findings.push({ ...judged, row, column: pair.now.name, value });
    }
  }
  return findings;
}

interface Pair {
  readonly now: Column;
  readonly before: Column;
}

function sameGroupings(now: Layout, before: Layout): Pair[] | undefined {
  const matched = pairsByName(now.dimensions, before.dimensions);
  const all = matched.length === now.dimensions.length;
  return all && matched.length === before.dimensions.length ? matched : undefined;
}

/** Count columns by name; a single one on each side is the same count under another name. */
function pairs(now: readonly Column[], before: readonly Column[]): Pair[] {
  const [only, other] = [now[0], before[0]];
  if (now.length === 1 && before.length === 1 && only && other) return [{ now: only, before: other }];
  return pairsByName(now, before);
}

function pairsByName(now: readonly Column[], before: readonly Column[]): Pair[] {
  return now.flatMap((column) => {
    const match = before.find(({ name }) => plainName(name) === plainName(column.name));
    return match ? [{ now: column, before: match }] : [];
  });
}

function judge(
  layout: Layout,
  row: number,
  before: Layout,
  old: number,
  pair: Pair,
  release: string,
): Pick<Finding, 'outcome' | 'why'> | undefined {
  const here = { row, column: pair.now.index };
  const there = { row: old, column: pair.before.index };
  const [value, earlier] = [numberAt(layout, here), numberAt(before, there)];
  if (value !== undefined && earlier !== undefined) {
    const difference = Math.abs(value - earlier);
    if (difference === 0 || difference >= layout.settings.minimumCount) return undefined;
    const hidden = isProtectedByRounding(value, layout) && isProtectedByRounding(earlier, before);
    return { outcome: hidden ? 'review' : 'fail', why: differs(difference, release) };
  }
  const withheld = [readingAt(layout, here), readingAt(before, there)].filter(({ kind }) => kind === 'suppressed');
  return withheld.length === 1 ? { outcome: 'review', why: withheldOnce(release) } : undefined;
}

function differs(difference: number, release: string): Sentence {
  return {
    en: `Differs by ${difference} from release ${release}.`,
    fr: `Écart de ${difference} avec la publication ${release}.`,
  };
}

/** A value that one release shows can unlock what the other withholds, by its margins. */
function withheldOnce(release: string): Sentence {
  return {
    en: `Shown in one and withheld in the other of this table and release ${release}.`,
    fr: `Affichée dans l’un et masquée dans l’autre, entre ce tableau et la publication ${release}.`,
  };
}
