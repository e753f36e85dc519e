import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedSource } from '../src/data/generated-source.js';
import { sharedSource } from '../src/data/shared-source.js';
import { type Body, HubClient } from '../src/hub-client.js';
import { Narrator } from '../src/narrator.js';
import { walkTheRoad } from '../src/walk-the-road.js';
import { WholeHub } from './whole-hub.js';

const realData = process.env.HUB_SHARED_DATA ?? join(import.meta.dirname, '../../../../../shared/data');

/** The main job, on real parts, as `npm start` and `npm run demo` run it. */
describe('the whole road', () => {
  let hub: WholeHub;
  let folder: string;
  const lines: string[] = [];
  const tell = () => new Narrator((line) => lines.push(line));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-road-data-'));
    hub = await WholeHub.start();
  }, 240_000);
  afterAll(async () => {
    const { code, left } = await hub.stop();
    await Promise.all([hub.remove(), rm(folder, { recursive: true, force: true })]);
    expect(left).toEqual([]);
    expect(code).toBe(0);
  }, 60_000);

  it('is walked on generated data, from a description to a released result', async () => {
    const road = await walkTheRoad(hub, await generatedSource(folder, 2000), tell());
    expect(road.released).toMatch(/^decade,persons\r?\n(\d{4},\d*[05]\r?\n)+$/);
    expect(lines.join('\n')).toContain('404: for her it does not exist');
    expect(lines.join('\n')).toMatch(/as at the decision, \S+: fewer than 11 persons left out/);
  }, 240_000);

  (existsSync(realData) ? it : it.skip)(
    'is walked on real files: 191 SNDS tables in the catalogue, OMOP in the workspace',
    async () => {
      const road = await walkTheRoad(hub, await sharedSource(realData), tell());
      expect(road.released).toContain('decade,persons');
      const reader = new HubClient(hub.gateway, hub.issuer, 'claire');
      expect((await reader.get('/catalog/variables?q=BEN_NIR_PSA')).items.length).toBeGreaterThan(0);
    },
    300_000,
  );

  it('is described by one OpenAPI document in which every reference resolves', async () => {
    const document = (await (await fetch(`${hub.gateway}/openapi.json`)).json()) as Body;
    expect(document.openapi).toBe('3.1.0');
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas[name as string]).toBeDefined();
    for (const path of [
      '/applications',
      '/cases/{id}',
      '/workspaces/{id}/queries',
      '/catalog/imports',
      '/audit/checkpoint',
      '/dossiers/{id}',
    ]) {
      expect(Object.keys(document.paths).some((known) => known.replace(/\{\w+\}/g, '{id}') === path)).toBe(true);
    }
  });

  it('lets nobody in without a token, and nobody past the gateway with the outside one', async () => {
    expect((await fetch(`${hub.gateway}/applications`)).status).toBe(401);
    expect((await fetch(`${hub.gateway}/applications`, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(
      401,
    );
  });
});
