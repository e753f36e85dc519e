import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startChild } from '../src/child.js';
import { freePorts, portIsFree } from '../src/free-port.js';
import { emptyHome, prepareHome } from '../src/hub-home.js';
import { lockHome, lockOwner } from '../src/hub-lock.js';
import { record, recorded, stopLeftovers } from '../src/pid-files.js';
import { identify, isAlive, signal, sleep, stopProcess } from '../src/process-identity.js';
import { temporaryFolder } from './temporary.js';

const folder = temporaryFolder();
const forever = { command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], dieWithParent: true };

describe('a process', () => {
  it('is known by its id and its start together', async () => {
    const child = await startChild(forever);
    const impostor = { pid: child.pid, started: 'another boot:1' };
    expect(isAlive(child.identity)).toBe(true);
    expect(isAlive(impostor)).toBe(false);
    expect(signal(impostor, 'SIGKILL')).toBe(false);
    await child.stop();
    expect(isAlive(child.identity)).toBe(false);
    expect(identify(child.pid)).toBeUndefined();
  });

  it('that does not listen is killed after its time of grace', async () => {
    const deaf =
      "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); require('fs').writeFileSync(process.argv[1], '')";
    const ready = join(folder, 'deaf');
    const child = await startChild({ ...forever, args: ['-e', deaf, ready] });
    while (!existsSync(ready)) await sleep(20);
    expect(await stopProcess(child.identity, { graceMs: 200 })).toBe('killed');
  });

  it('dies with its parent where that is asked for', async () => {
    const child = new URL('../src/child.js', import.meta.url).href;
    const pidFile = join(folder, 'orphan');
    const script = `const { startChild } = await import('${child}');
      const made = await startChild({ command: 'sleep', args: ['600'], dieWithParent: true });
      (await import('node:fs')).writeFileSync('${pidFile}', JSON.stringify(made.identity)); setInterval(() => {}, 1000);`;
    const parent = await startChild({ command: process.execPath, args: ['--input-type=module', '-e', script] });
    while (!existsSync(pidFile)) await sleep(20);
    const { readFileSync } = await import('node:fs');
    const orphan = JSON.parse(readFileSync(pidFile, 'utf8'));
    await parent.stop({ signal: 'SIGKILL' });
    await sleep(300);
    expect(isAlive(orphan)).toBe(false);
  });
});

describe('leftovers of a dead launcher', () => {
  it('are stopped and forgotten, those that ended long ago as well', async () => {
    const child = await startChild(forever);
    const launcher = { pid: 1, started: 'another boot:1' };
    record(folder, { name: 'review', process: child.identity, launcher });
    record(folder, { name: 'audit', process: { pid: process.pid, started: 'another boot:2' }, launcher });
    expect(await stopLeftovers(folder)).toEqual(['review']);
    expect(child.alive()).toBe(false);
    expect(recorded(folder)).toEqual([]);
  });
});

describe('ports', () => {
  it('are the wished ones where free, others where not, never twice the same', async () => {
    const [free, again] = (await freePorts([undefined, undefined])) as [number, number];
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(again, '127.0.0.1', resolve));
    const [first, second, third] = await freePorts([free, free, again]);
    expect(first).toBe(free);
    expect(new Set([first, second, third, again]).size).toBe(4);
    expect(await portIsFree(again)).toBe(false);
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe("a hub's folder", () => {
  const home = join(folder, 'home');

  it('is locked by one launcher, and by another once that is dead', async () => {
    await prepareHome(home);
    writeFileSync(join(home, 'hub.lock'), JSON.stringify({ pid: process.pid, started: 'another boot:1' }));
    const unlock = lockHome(home);
    expect(lockOwner(home)?.pid).toBe(process.pid);
    expect(() => lockHome(home)).toThrow(/A hub already runs on .*HUB_HOME and HUB_PORT/);
    unlock();
    expect(lockOwner(home)).toBeUndefined();
  });

  it('is emptied whole', async () => {
    writeFileSync(join(home, 'data', 'something'), 'x');
    await emptyHome(home);
    expect(existsSync(join(home, 'data'))).toBe(false);
  });

  it('is never one that holds other files', async () => {
    writeFileSync(join(folder, 'thesis.tex'), 'x');
    await expect(prepareHome(folder)).rejects.toThrow(/holds files that are not a hub's/);
    await expect(emptyHome(folder)).rejects.toThrow(/holds files that are not a hub's/);
  });

  it.each(['thesis.tex', 'thesis.tex/home'])('that cannot be made (%s) is refused with the remedy', async (path) => {
    await expect(prepareHome(join(folder, path))).rejects.toThrow(
      /cannot be written \(.*\): set HUB_HOME to a folder that you may write/,
    );
  });
});
