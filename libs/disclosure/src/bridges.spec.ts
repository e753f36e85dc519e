/**
 * Secondary disclosure against a theorem: in a two-way table with all its margins, take rows and
 * columns (totals too) as nodes and suppressed cells as edges; a cell is determined exactly when its
 * edge is a bridge (Gusfield, "A graph theoretic approach to statistical data security", 1988).
 */
import type { Cell, Table } from './index.js';
import { verdict } from './spec-support.js';

/** Seeded, so that a failure can be seen again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Edge {
  readonly row: number;
  readonly column: number;
}

function isBridge(edge: Edge, edges: readonly Edge[]): boolean {
  const rows = new Set([edge.row]);
  const columns = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const other of edges) {
      if (other === edge || rows.has(other.row) === columns.has(other.column)) continue;
      rows.add(other.row);
      columns.add(other.column);
      grown = true;
    }
  }
  return !columns.has(edge.column);
}

/** Counts of 100 and more, so that only equations, never "not below zero", determine a cell. */
function counted(size: number, below: (n: number) => number): number[][] {
  const inner = Array.from({ length: size }, () => Array.from({ length: size }, () => 100 + below(900)));
  const withRowTotals = inner.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const columnTotals = Array.from({ length: size + 1 }, (_, j) =>
    withRowTotals.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  );
  return [...withRowTotals, columnTotals];
}

test('five hundred tables give back the bridges, and nothing but the bridges', () => {
  const below = random(7);
  for (let round = 0; round < 500; round += 1) {
    const size = 2 + below(4);
    const density = 1 + below(3);
    const name = (kind: string, i: number) => (i === size ? 'Total' : `${kind}${i}`);
    const edges: Edge[] = [];
    const rows: Cell[][] = [];
    counted(size, below).forEach((cells, row) => {
      cells.forEach((value, column) => {
        const hidden = below(4) < density;
        if (hidden) edges.push({ row, column });
        rows.push([name('r', row), name('c', column), hidden ? '*' : value]);
      });
    });
    const table: Table = { columns: ['a', 'b', 'n'], rows };
    const bridges = edges
      .filter((edge) => isBridge(edge, edges))
      .map(({ row, column }) => `${row * (size + 1) + column} n`);
    const [outcome, ...cells] = verdict('secondary-disclosure', table);
    expect([outcome, ...cells]).toEqual([bridges.length > 0 ? 'fail' : 'pass', ...bridges]);
  }
});
