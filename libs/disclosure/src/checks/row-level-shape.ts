import { type CheckResult, conclude, type Finding, type Sentence, WHOLE_COLUMN } from '../result.js';
import { type Column, columnsOf, type Layout, readingAt } from '../table/layout.js';
import { normalise } from '../table/table.js';

/**
 * Whether a table looks like one row a person rather than one row a group: as many rows as persons,
 * no aggregate among its columns, or a column whose values are nearly all different.
 */
export function checkRowLevelShape(layout: Layout): CheckResult {
  const unique = nearUnique(layout);
  const findings = [...tooManyRows(layout), ...noAggregate(layout, unique), ...uniqueBeside(layout, unique)];
  return conclude('row-level-shape', findings, layout.settings.maxCells, {
    en: 'Only aggregates may leave, not one row a person.',
    fr: 'Seuls des agrégats peuvent sortir, pas une ligne par personne.',
  });
}

function tooManyRows(layout: Layout): Finding[] {
  const { persons } = layout.options;
  const rows = layout.table.rows.length;
  if (persons === undefined || rows === 0) return [];
  if (rows < layout.settings.rowsPerPerson * persons) return [];
  return [
    whole('fail', '', rows, {
      en: `${rows} rows for ${persons} persons.`,
      fr: `${rows} lignes pour ${persons} personnes.`,
    }),
  ];
}

function hasAggregate(layout: Layout): boolean {
  const kinds = ['count', 'sum', 'mean', 'percentage', 'spread', 'minimum', 'maximum', 'model'] as const;
  return columnsOf(layout, ...kinds).length > 0;
}

/** A short table without aggregate may be a legend or a model: people can tell. */
function noAggregate(layout: Layout, unique: readonly Column[]): Finding[] {
  if (hasAggregate(layout)) return [];
  const rows = layout.table.rows.length;
  const isLong = rows >= layout.settings.shapeRows || unique.length > 0;
  return [
    whole(isLong ? 'fail' : 'review', '', rows, {
      en: `${rows} rows and no column that is an aggregate; declare the measures if there are any.`,
      fr: `${rows} lignes et aucune colonne agrégée ; déclarer les mesures s’il y en a.`,
    }),
  ];
}

/**
 * Near-unique columns. In a table with aggregates, one grouping column is unique by nature (one row
 * a region); beside others it is not, and is reviewed.
 */
function uniqueBeside(layout: Layout, unique: readonly Column[]): Finding[] {
  const aggregate = hasAggregate(layout);
  if (aggregate && layout.dimensions.length < 2) return [];
  return unique.map(({ name }) =>
    whole(aggregate ? 'review' : 'fail', name, null, {
      en: 'Nearly every row has its own value here.',
      fr: 'Presque chaque ligne a ici sa propre valeur.',
    }),
  );
}

function nearUnique(layout: Layout): Column[] {
  const { shapeRows, nearUnique: share } = layout.settings;
  const rows = layout.table.rows;
  if (rows.length < shapeRows) return [];
  const labels = layout.columns.filter(({ role }) => role === 'dimension' || role === 'undeclared');
  return labels.filter(({ index }) => {
    const filled = rows.flatMap((cells, row) =>
      readingAt(layout, { row, column: index }).kind === 'missing' ? [] : [normalise(cells[index] ?? null)],
    );
    return filled.length >= shapeRows && new Set(filled).size >= share * filled.length;
  });
}

function whole(outcome: Finding['outcome'], column: string, value: number | null, why: Sentence): Finding {
  return { outcome, row: WHOLE_COLUMN, column, value, why };
}
