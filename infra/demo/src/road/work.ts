import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { SourceDataset, Study } from '../data/source.js';
import { type Body, until } from '../hub-client.js';
import type { Narrator } from '../narrator.js';
import type { People } from './people.js';

export interface Results {
  readonly workspaceId: string;
  /** The saved query with a cell of 4, and the one whose counts may leave. */
  readonly smallCells: string;
  readonly rounded: string;
}

/** The holder delivers, the workspace is prepared, both colleagues work in it. */
export async function work(
  people: People,
  tell: Narrator,
  study: Study,
  dataset: SourceDataset,
  ids: { datasetId: string; applicationId: string },
): Promise<Results> {
  tell.chapter('The workspace');
  const { claire, david, eve } = people;
  const holder = people[dataset.holder];
  const wanted = study.scope(ids.datasetId).datasets.flatMap(({ tables }) => tables.map(({ table }) => table));
  await tell.step(
    dataset.holder,
    'delivers the files of the permitted tables',
    async () => {
      for (const name of wanted) await deliver(holder, dataset, ids.datasetId, name);
    },
    () => wanted.join(', '),
  );
  const workspace: Body = await tell.step(
    'hub',
    'prepares exactly the permitted data under new pseudonyms',
    () =>
      until(
        'the workspace is active',
        async () => {
          const { items }: Body = await claire.get('/workspaces');
          const own = items.find((item: Body) => item.applicationId === ids.applicationId);
          if (own?.status === 'FAILED')
            throw new Error(
              `the preparation failed: ${JSON.stringify((await claire.get(`/workspaces/${own.id}`)).reasons)}`,
            );
          return own?.status === 'ACTIVE' && claire.get(`/workspaces/${own.id}`);
        },
        120,
      ),
    (w: Body) => w.tables.map((t: Body) => `${t.table} ${t.rows} rows (${t.columns.length} columns)`).join(', '),
  );
  const path = `/workspaces/${workspace.id}`;
  await tell.step(
    'eve',
    'asks for the workspace',
    async () => (await eve.get(path).catch((refused) => refused)).status,
    (status) => `${status}: for her it does not exist`,
  );
  const small: Body = await tell.step(
    'claire',
    'counts persons by decade of birth',
    () => claire.post(`${path}/queries`, { sql: study.smallCells, title: 'Bleeds by decade of birth' }),
    (r: Body) => `${r.rows.length} rows`,
  );
  const rounded: Body = await tell.step(
    'david',
    'counts the same, rounded to base 5',
    () => david.post(`${path}/queries`, { sql: study.rounded, title: 'Bleeds by decade of birth, rounded' }),
    (r: Body) => `${r.rows.length} rows`,
  );
  const { title, x, y } = study.chart;
  const spec = { mark: 'bar', encoding: { x: { field: x, type: 'ordinal' }, y: { field: y, type: 'quantitative' } } };
  await tell.step(
    'david',
    'makes a chart of it that both see',
    async () => {
      const { id }: Body = await david.post(`${path}/charts`, { title, queryId: rounded.queryId, spec });
      return claire.get(`${path}/charts/${id}`);
    },
    (chart: Body) => `${chart.title}, drawn as SVG`,
  );
  await tell.step(
    'claire',
    'tries to read a file outside',
    () =>
      claire.post(`${path}/queries`, { sql: "SELECT * FROM read_csv('/etc/passwd')" }).catch((refused) => refused.body),
    (body: Body) => `refused: ${body.code}`,
  );
  return { workspaceId: workspace.id, smallCells: small.queryId, rounded: rounded.queryId };
}

async function deliver(holder: Body, dataset: SourceDataset, datasetId: string, name: string): Promise<void> {
  const table = dataset.tables.find((candidate) => candidate.name === name);
  if (!table?.file) throw new Error(`there is no file for ${name}`);
  const [personKey = null] = table.personalKeys ?? [];
  const schema = {
    fields: table.schema.fields.map(plainField),
    personKey,
    dateColumn: table.periodColumn ?? null,
    identifiers: [],
  };
  const format = table.file.endsWith('.parquet') ? 'parquet' : 'csv';
  const { id, version }: Body = await holder.post('/deliveries', { datasetId, table: name, format, schema });
  await holder.put(`/deliveries/${id}/file`, Readable.toWeb(createReadStream(table.file)), { version });
}

const plainField = ({ name, type, constraints }: Body) => ({ name, type, ...(constraints && { constraints }) });
