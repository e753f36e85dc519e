/** A small made-up hospital: enough to prove every rule on a machine that has no other data. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { listKey, personHash } from '../src/opt-out/person-hash.js';
import type { PermitScope } from '../src/preparation/permit-scope.js';
import type { Delivery } from '../src/preparation/plan.js';
import { planPreparation } from '../src/preparation/plan.js';
import { prepare } from '../src/preparation/prepare.client.js';
import { projectKey } from '../src/preparation/pseudonym.js';
import { identifyingColumns, parseTableSchema, type TableSchema } from '../src/preparation/table-schema.js';

export const MASTER = Buffer.alloc(32, 9);

export const PATIENTS = {
  fields: [
    { name: 'nir', type: 'string', constraints: { required: true, unique: true, maxLength: 15 } },
    { name: 'birth_year', type: 'year', constraints: { minimum: 1900, maximum: 2030 } },
    { name: 'sex', type: 'string', constraints: { enum: ['F', 'M'] } },
    { name: 'postcode', type: 'string' },
  ],
  personKey: 'nir',
  dateColumn: null,
};

export const STAYS = {
  fields: [
    { name: 'stay_id', type: 'integer', constraints: { required: true } },
    { name: 'nir', type: 'string', constraints: { required: true } },
    { name: 'entry', type: 'date', constraints: { required: true } },
    { name: 'diagnosis', type: 'string', constraints: { pattern: '[A-Z][0-9]{2}[0-9]*' } },
    { name: 'cost', type: 'number', constraints: { minimum: 0 } },
    { name: 'rpps', type: 'string' },
  ],
  personKey: 'nir',
  dateColumn: 'entry',
  identifiers: [{ column: 'rpps', kind: 'professional' }],
};

export const nir = (person: number) => `1${String(person).padStart(14, '0')}`;

/** 40 patients with five stays each, 2018 to 2022; every fourth has had a diagnosis K92. */
export function stays(): string[] {
  return Array.from({ length: 200 }, (_, i) => {
    const person = i % 40;
    const diagnosis = person % 4 === 0 && i < 80 ? 'K922' : 'I10';
    return `${i},${nir(person)},${2018 + (i % 5)}-0${1 + (i % 9)}-15,${diagnosis},${i}.5,1000000${i % 7}`;
  });
}

export function patients(): string[] {
  return Array.from({ length: 40 }, (_, p) => `${nir(p)},${1940 + p},${p % 2 ? 'F' : 'M'},7500${p % 9}`);
}

export function schemaOf(document: unknown): TableSchema {
  const parsed = parseTableSchema(document);
  if (!parsed.ok) throw new Error(parsed.reasons.join('; '));
  return parsed.schema;
}

export async function csvDelivery(
  folder: string,
  table: string,
  document: { fields: { name: string }[] },
  lines: string[],
): Promise<Delivery> {
  const path = join(folder, `${table}.csv`);
  await writeFile(path, [document.fields.map((field) => field.name).join(','), ...lines].join('\n') + '\n');
  return delivery('hospital', table, 'csv', schemaOf(document), path);
}

export async function delivery(
  dataset: string,
  table: string,
  format: Delivery['format'],
  schema: TableSchema,
  path: string,
): Promise<Delivery> {
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { dataset, table, format, schema, files: [{ path, sha256 }] };
}

const folders: string[] = [];

/** A new folder, gone when the file's tests have ended. */
export async function folder(name = 'hub-test-'): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), name));
  folders.push(made);
  return made;
}

afterAll(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true, maxRetries: 3 });
});

export function scopeOf(part: Partial<PermitScope> = {}): PermitScope {
  return {
    permit: 'permit-1',
    project: 'project-1',
    tables: [
      { dataset: 'hospital', table: 'patients', columns: ['nir', 'birth_year', 'sex'] },
      { dataset: 'hospital', table: 'stays', columns: ['nir', 'entry', 'diagnosis', 'rpps'] },
    ],
    period: null,
    population: null,
    ...part,
  };
}

/** Plans and prepares into a new folder with the test's master key. */
export async function prepareInto(
  out: string,
  scope: PermitScope,
  deliveries: Delivery[],
  { threads = 2, optedOut = [] as readonly string[] } = {},
) {
  const planned = planPreparation(scope, deliveries);
  if (!planned.ok) throw new Error(JSON.stringify(planned.gaps));
  const kinds = new Set(['person', ...deliveries.flatMap(({ schema }) => [...identifyingColumns(schema).values()])]);
  const keys = new Map([...kinds].map((kind) => [kind, projectKey(MASTER, scope.project, kind)] as const));
  const readable = deliveries.flatMap(({ files }) => files.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
  const optOuts = await listOf(optedOut);
  readable.push(dirname(optOuts.list));
  return prepare({ plan: planned.plan, keys, optOuts, out, readable, memoryMiB: 1024, spillMiB: 1024, threads });
}

/** A list of opt-outs as the service gives it to a preparation. */
async function listOf(persons: readonly string[]) {
  const key = listKey(MASTER);
  const list = join(await folder('hub-opt-outs-'), 'list');
  const hashes = persons.map((person) => `${personHash(key, person).toString('hex')}\n`);
  await writeFile(list, hashes.sort().join(''));
  const told = { asAt: '2026-06-10T09:30:00.000Z', setAside: false, listSha256: '', fewest: 11 } as const;
  return { ...told, list, key: key.bytes.toString('hex') };
}

/** Rows of any query, on an open engine of the test's own. */
export async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const db: DuckDBConnection = await instance.connect();
  try {
    return (await db.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}
