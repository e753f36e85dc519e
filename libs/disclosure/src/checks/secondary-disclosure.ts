import { type CheckResult, conclude, type Finding, type Sentence } from '../result.js';
import { cellAt, columnsOf, type Layout, numberAt, readingAt } from '../table/layout.js';
import { bounds, determined, type Equation } from '../table/linear-system.js';
import { type Margin, marginsOf } from '../table/margins.js';
import type { CellRef } from '../table/table.js';

/** Suppressed cells as numbered unknowns, and what the margins say of them. */
interface Unknowns {
  readonly cells: readonly CellRef[];
  readonly equations: readonly Equation[];
}

/**
 * Suppressed cells that the rest of the table gives back.
 *
 * All margins together form a linear system whose unknowns are the suppressed (or empty) cells. A
 * cell the system fixes to one value fails, however it was rounded; a count it confines to less
 * than the protection interval is reviewed, as is a percentage left beside a suppressed count.
 */
export function checkSecondaryDisclosure(layout: Layout): CheckResult {
  const unknowns = unknownsOf(layout, marginsOf(layout));
  const tooMany = unknowns.cells.length > layout.settings.maxUnknowns;
  const findings = tooMany ? [tooLarge(unknowns)] : [...recoverable(layout, unknowns)];
  return conclude('secondary-disclosure', [...findings, ...besidePercentages(layout)], layout.settings.maxCells, {
    en: 'A suppressed cell must not follow from the totals and its neighbours.',
    fr: 'Une cellule masquée ne doit pas se déduire des totaux et de ses voisines.',
  });
}

function unknownsOf(layout: Layout, margins: readonly Margin[]): Unknowns {
  const numbers = new Map<string, number>();
  const cells: CellRef[] = [];
  const numberOf = (ref: CellRef): number => {
    const key = `${ref.row} ${ref.column}`;
    const known = numbers.get(key) ?? cells.push(ref) - 1;
    numbers.set(key, known);
    return known;
  };
  const equations = margins.map(({ total, parts }): Equation => {
    const terms = new Map<number, number>();
    let constant = 0;
    for (const ref of [total, ...parts]) {
      const sign = ref === total ? -1 : 1;
      const value = numberAt(layout, ref);
      if (value === undefined) terms.set(numberOf(ref), sign);
      else constant -= sign * value;
    }
    return { terms, constant };
  });
  return { cells, equations: equations.filter(({ terms }) => terms.size > 0) };
}

function* recoverable(layout: Layout, { cells, equations }: Unknowns): Generator<Finding> {
  const values = determined(equations, cells.length);
  const intervals = bounds(equations, cells.length);
  for (const [unknown, ref] of cells.entries()) {
    const value = values.get(unknown);
    const { least, most } = intervals[unknown] ?? { least: 0, most: Number.POSITIVE_INFINITY };
    if (value !== undefined) yield flag(layout, ref, 'fail', revealed(value));
    else if (!isCount(layout, ref) || most < least - 0.5) continue;
    else if (most - least < 0.5) yield flag(layout, ref, 'fail', revealed(least));
    else if (most - least < layout.settings.protectionInterval) {
      yield flag(layout, ref, 'review', confined(least, most));
    }
  }
}

function isCount(layout: Layout, ref: CellRef): boolean {
  return layout.counts.some(({ index }) => index === ref.column);
}

function besidePercentages(layout: Layout): Finding[] {
  const findings: Finding[] = [];
  for (let row = 0; row < layout.table.rows.length; row += 1) {
    const isSuppressed = (column: number) => readingAt(layout, { row, column }).kind === 'suppressed';
    if (!layout.counts.some(({ index }) => isSuppressed(index))) continue;
    for (const { index: column } of columnsOf(layout, 'percentage')) {
      if (numberAt(layout, { row, column }) === undefined) continue;
      findings.push(flag(layout, { row, column }, 'review', PERCENTAGE));
    }
  }
  return findings;
}

function flag(layout: Layout, ref: CellRef, outcome: Finding['outcome'], why: Sentence): Finding {
  const column = layout.table.columns[ref.column] ?? '';
  return { outcome, row: ref.row, column, value: cellAt(layout, ref), why };
}

const PERCENTAGE: Sentence = {
  en: 'This percentage may give back the suppressed count of its row.',
  fr: 'Ce pourcentage peut permettre de retrouver l’effectif masqué de sa ligne.',
};

function revealed(value: number): Sentence {
  const shown = Math.round(value * 1000) / 1000;
  return {
    en: `The margins give this cell back: it is ${shown}.`,
    fr: `Les marges permettent de retrouver cette cellule : elle vaut ${shown}.`,
  };
}

function confined(least: number, most: number): Sentence {
  return {
    en: `The margins confine this cell to between ${least} and ${most}.`,
    fr: `Les marges situent cette cellule entre ${least} et ${most}.`,
  };
}

function tooLarge({ cells }: Unknowns): Finding {
  const why = {
    en: `${cells.length} suppressed cells are too many to solve here: use a dedicated tool.`,
    fr: `${cells.length} cellules masquées dépassent ce contrôle : utiliser un outil spécialisé.`,
  };
  return { outcome: 'review', row: cells[0]?.row ?? 0, column: '', value: null, why };
}
