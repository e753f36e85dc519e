import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, isAlive } from '@hub/local';
import { concernedServices } from '../src/dev/concerned.js';
import { restart } from '../src/dev/restart.js';
import { watchSources } from '../src/dev/watch-sources.js';
import { type Package, packagesIn, repository } from '../src/workspace/packages.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('npm run dev', () => {
  it('starts again the services that run the changed code, and no others', async () => {
    const packages = await packagesIn(repository);
    const services = packages.filter(({ kind }) => kind === 'apps').map(({ folder: name }) => name);
    expect(concernedServices(new Set(['@hub/review']), packages)).toEqual(['review']);
    expect(concernedServices(new Set(['@hub/contracts']), packages)).toEqual(services);
    expect(concernedServices(new Set(['@hub/disclosure']), packages)).toEqual(['provisioning', 'review']);
    expect(concernedServices(new Set(['@hub/testkit']), packages)).toEqual([]);
  });

  it('notices changes together, and leaves specs alone', async () => {
    await mkdir(join(folder, 'src', 'case'), { recursive: true });
    const told: string[][] = [];
    const stop = watchSources([{ name: '@hub/x', path: folder } as Package], (changed) => told.push([...changed]));
    await writeFile(join(folder, 'src', 'case', 'case.spec.ts'), '1');
    await writeFile(join(folder, 'src', 'case', 'case.ts'), '1');
    await writeFile(join(folder, 'src', 'case', 'other.ts'), '1');
    await new Promise((resolve) => setTimeout(resolve, 900));
    stop();
    expect(told).toEqual([['@hub/x']]);
  });

  it('ends the process that the launcher wrote down, and only if there is one', async () => {
    expect(await restart(folder, 'review')).toBe(false);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const identity = identify(child.pid as number);
    await mkdir(join(folder, 'run'));
    await writeFile(join(folder, 'run', 'review.json'), JSON.stringify({ name: 'review', process: identity }));
    expect(await restart(folder, 'review')).toBe(true);
    expect(isAlive(identity as never)).toBe(false);
  });
});
