import { readFile } from 'node:fs/promises';
import { DatasetPublished } from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { eventually, Heard, oneWins, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { catalogService } from '../src/catalog.module.js';
import { deciding } from './at-once/commands.js';

const hana = person('hana', 'chu', 'data_holder');
const hugo = person('hugo', 'chu', 'data_holder');

describe('two of a holder’s people who decide at once, in two processes', () => {
  let catalogue: ServiceUnderTest;
  let second: RunningService;
  let heard: Heard;
  let path: string;

  beforeAll(async () => {
    catalogue = await testService(catalogService());
    second = await catalogue.another();
    heard = await Heard.on(DatasetPublished.topic);
    const registry = await readFile(new URL('../../test/fixtures/registry.ttl', import.meta.url), 'utf8');
    const turtle = { headers: { 'content-type': 'text/turtle' } };
    const { body } = await (await catalogue.as(hana)).post('/catalog/imports', registry, turtle);
    path = `/catalog/datasets/${body.datasets[0].id}`;
  });
  afterAll(async () => {
    await heard?.stop();
    await catalogue?.stop();
  });

  const named = deciding.map((row) => [row[0].name, row] as const);

  it.each(named)('%s: one wins, the other is told', async (_name, [, method, part, bodyOf]) => {
    const [one, other] = [await catalogue.as(hana), await catalogue.at(second, hugo)];
    const { version } = (await one.get(path)).body;
    const order = { method, path: path + part, version };
    const { won } = await oneWins({
      attempts: [
        { ...order, caller: one, body: bodyOf('Hana') },
        { ...order, caller: other, body: bodyOf('Hugo') },
      ],
    });
    expect(won.body.version).toBe(version + 1);
    expect((await one.get(path)).body.version).toBe(version + 1);
  });

  it('is announced once, when it was published and when it was withdrawn', async () => {
    const versions = () => heard.raw.map(({ headers }) => `${headers.ce_type} ${headers.ce_version}`);
    await eventually(() => expect(versions()).toHaveLength(2));
    expect(versions()).toEqual(['catalog.dataset.published.v1 1', 'catalog.dataset.withdrawn.v1 2']);
  });
});
