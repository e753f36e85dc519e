import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export const claims = { datasetId: 'bench-claims', table: 'claims', holderId: 'cnam' };
export const period = { from: '2015-01-01', to: '2023-12-31' };

const types = {
  claim: 'integer',
  person: 'string',
  day: 'date',
  code: 'integer',
  amount: 'number',
  act: 'string',
  age: 'integer',
  place: 'string',
};
export const columns = Object.keys(types);

/** What the holder states of the file. */
export const schema = {
  fields: Object.entries(types).map(([name, type]) => ({ name, type })),
  personKey: 'person',
  dateColumn: 'day',
  identifiers: [],
};

/** As many threads and as much memory as the service gives to a preparation and to a query. */
const threads = 2;

/** A DuckDB of the bench's own, without any of the service's walls. */
export async function bareDuckDb(memoryMiB: number): Promise<{ db: DuckDBConnection; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMiB}MiB`,
  });
  const db = await instance.connect();
  return {
    db,
    close: () => {
      db.closeSync();
      instance.closeSync();
    },
  };
}

/** Claims of persons who do not exist, ten each, spread over ten years; the same bytes for the same number. */
export const generate = (db: DuckDBConnection, rows: number, file: string) =>
  db.run(`COPY (
    SELECT range AS claim, 'NIR' || lpad((hash(range) % ${Math.ceil(rows / 10)})::VARCHAR, 12, '0') AS person,
      DATE '2015-01-01' + (hash(range + 7) % 3650)::INT AS day, (hash(range + 3) % 20000)::INT AS code,
      round((hash(range + 9) % 100000) / 100.0, 2)::DOUBLE AS amount, 'ACT' || (hash(range + 11) % 500) AS act,
      (hash(range + 5) % 120)::INT AS age, 'x' || (hash(range) % 90) AS place
    FROM range(${rows})) TO '${file}' (FORMAT parquet)`);

/** The permitted rows and columns, with nothing done to them. */
export const restricted = (file: string): string =>
  `SELECT ${columns.join(', ')} FROM read_parquet('${file}') WHERE day BETWEEN DATE '${period.from}' AND DATE '${period.to}'`;
