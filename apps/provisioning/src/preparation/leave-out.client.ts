import { blobValue, type DuckDBConnection } from '@duckdb/node-api';
import { type OptOutReport, type OptOuts, reportOf } from './opt-outs.js';
import { hmacBlocks, hmacExpression } from './pseudonym.js';
import { text } from './sql.js';

/** The permit's persons without those who were out: every row of a person follows from here. */
export async function leaveOut(
  db: DuckDBConnection,
  persons: string,
  optOuts: OptOuts,
): Promise<{ persons: string; report: OptOutReport }> {
  if (optOuts.setAside) return { persons, report: reportOf(optOuts, 0) };
  const list = `read_csv(${text(optOuts.list)}, auto_detect = false, header = false, columns = {'hash': 'VARCHAR'})`;
  // Where nobody is out, nobody has to be hashed.
  if ((await db.runAndReadAll(`FROM ${list} LIMIT 1`)).currentRowCount === 0)
    return { persons, report: reportOf(optOuts, 0) };
  const { inner, outer } = hmacBlocks(Buffer.from(optOuts.key, 'hex'));
  await db.run(`CREATE TEMP TABLE asked AS SELECT id FROM ${persons}`);
  await db.run(
    `CREATE TEMP TABLE left_out AS SELECT id FROM (SELECT id, ${hmacExpression('id')} AS hash FROM asked) SEMI JOIN ${list} USING (hash)`,
    { inner: blobValue(inner), outer: blobValue(outer) },
  );
  const [count] = (await db.runAndReadAll('SELECT count(*)::INTEGER AS persons FROM left_out')).getRowObjects();
  return {
    persons: '(SELECT id FROM asked ANTI JOIN left_out USING (id))',
    report: reportOf(optOuts, Number(count?.['persons'])),
  };
}
