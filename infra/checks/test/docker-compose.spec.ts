import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoAccounts } from '@hub/local';
import { parse } from 'yaml';
import { realm } from '../src/documents/keycloak-realm.js';
import { repository } from '../src/workspace/packages.js';

/** As much of the local topology as is compared; it is not part of the package's public face. */
interface Topology {
  readonly services: readonly {
    name: string;
    keys?: Record<string, { file: string }>;
    folders?: Record<string, string>;
    env?: (known: { issuer: string; urls: Record<string, string> }) => Record<string, string>;
  }[];
}

let compose: any;
let topology: Topology;
const file = (path: string) => readFile(join(repository, path), 'utf8');

beforeAll(async () => {
  compose = parse(await file('docker-compose.yml'), { merge: true });
  topology = (await import(pathToFileURL(join(repository, 'infra/local/dist/src/topology.js')).href)) as Topology;
});

describe('docker-compose.yml', () => {
  it('runs every service of the local topology, with all that it is given there', () => {
    for (const { name, keys = {}, folders = {}, env } of topology.services) {
      const given = Object.keys(compose.services[name]?.environment ?? {});
      const wanted = [
        ...Object.keys(keys),
        ...Object.keys(folders),
        ...Object.keys(env?.({ issuer: '', urls: {} }) ?? {}),
        'KAFKA_BROKERS',
        'DIRECTORY_URL',
      ];
      expect([name, ...wanted.filter((variable) => !given.includes(variable))]).toEqual([name]);
    }
  });
  it('makes every key that a service reads, and shows each service its own secrets only', async () => {
    const maker = await file('infra/docker/init/make-secrets.mjs');
    for (const { name, keys = {} } of topology.services) {
      for (const [variable, { file: key }] of Object.entries(keys)) {
        expect(maker).toContain(`'${key}'`);
        expect(compose.services[name].environment[variable]).toBe(`/run/secrets/hub/${key}`);
      }
      const secrets = compose.services[name].volumes.filter(({ source }: { source?: string }) => source === 'secrets');
      expect(secrets).toEqual([
        { type: 'volume', source: 'secrets', target: '/run/secrets/hub', read_only: true, volume: { subpath: name } },
      ]);
    }
  });
  it('refers only to services, volumes and files that exist', async () => {
    for (const { depends_on = {}, volumes = [], build } of Object.values<any>(compose.services)) {
      for (const name of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(name);
      for (const volume of volumes) {
        const source: string = typeof volume === 'string' ? volume.split(':')[0] : volume.source;
        if (source.startsWith('./')) await expect(file(source)).resolves.not.toBe('');
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
      if (build) await expect(file(build.dockerfile)).resolves.toContain('ARG SERVICE');
    }
  });
  it('opens ports on this machine only', () => {
    for (const { ports = [] } of Object.values<any>(compose.services)) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });
});

it('the realm has every demonstration account under its own id, and no password of its own', () => {
  const { users } = realm(demoAccounts);
  expect(users.map(({ id }) => id)).toEqual(demoAccounts.map(({ id }) => id));
  expect(new Set(users.map(({ credentials }) => credentials[0]?.value))).toEqual(new Set(['MADE-AT-THE-FIRST-START']));
});
