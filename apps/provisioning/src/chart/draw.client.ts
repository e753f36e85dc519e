/** Draws an accepted specification over result rows as SVG. Nothing can be loaded and no text becomes code. */

import { parse, type Spec, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Cell } from '../sandbox/query-protocol.js';

const CLOSED = {
  load: () => Promise.reject(new Error('a chart loads nothing')),
  sanitize: () => Promise.reject(new Error('a chart links to nothing')),
  http: () => Promise.reject(new Error('a chart loads nothing')),
  file: () => Promise.reject(new Error('a chart loads nothing')),
  options: {},
};

/** Rejects where Vega-Lite finds the specification impossible over this data. */
export async function draw(
  spec: Record<string, unknown>,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<string> {
  const values = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
  const silent = {
    warn: () => silent,
    info: () => silent,
    debug: () => silent,
    error: () => silent,
    level: () => silent,
  };
  const compiled = compile({ ...spec, data: { values } } as unknown as TopLevelSpec, { logger: silent as never });
  const view = new View(parse(compiled.spec as Spec, {}, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    loader: CLOSED as never,
    logger: silent as never,
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
