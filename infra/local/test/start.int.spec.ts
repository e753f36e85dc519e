import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../src/child.js';
import { type Recorded, recorded } from '../src/pid-files.js';
import { isAlive, sleep, waitUntilGone } from '../src/process-identity.js';
import { temporaryFolder } from './temporary.js';

const folder = temporaryFolder();
const home = join(folder, 'home');
const script = (name: string) => fileURLToPath(new URL(`../src/${name}.js`, import.meta.url));
let count = 0;

/** A launcher of the foundations alone: the services are others' to test. */
async function launcher(env: Record<string, string> = {}, name = 'start', ...args: string[]) {
  const logFile = join(folder, `output-${(count += 1)}`);
  const environment = { ...process.env, HUB_HOME: home, HUB_PORT: '0', HUB_ONLY: 'none', NODE_OPTIONS: '', ...env };
  const child = await startChild({
    command: process.execPath,
    args: [script(name), ...args],
    env: environment,
    logFile,
  });
  return { child, output: () => readFileSync(logFile, 'utf8') };
}

async function ended(started: { child: Child; output: () => string }): Promise<{ how: string; said: string }> {
  const keepAlive = setInterval(() => undefined, 1_000);
  const how = await started.child.ended;
  clearInterval(keepAlive);
  return { how, said: started.output() };
}

async function running(): Promise<{ child: Child; output: () => string; parts: Recorded[] }> {
  const started = await launcher();
  while (started.child.alive() && !started.output().includes('The hub runs')) await sleep(50);
  expect(started.output()).toContain('The hub runs');
  return { ...started, parts: recorded(home) };
}

const anyAlive = (parts: readonly Recorded[]) =>
  parts.filter(({ process: identity }) => isAlive(identity)).map(({ name }) => name);

describe('npm start', () => {
  it('runs until Ctrl-C, which leaves nothing running and counts as success', async () => {
    const hub = await running();
    expect(anyAlive(hub.parts).sort()).toEqual(['kafka', 'openid', 'postgres']);
    hub.child.stop({ signal: 'SIGINT', graceMs: 30_000 });
    expect(await ended(hub)).toMatchObject({ how: 'exit code 0', said: expect.stringContaining('Stopped.') });
    expect(anyAlive(hub.parts)).toEqual([]);
  }, 120_000);

  it('refuses a second start, a reset, and tells the token of an account, while it runs', async () => {
    const hub = await running();
    const second = await ended(await launcher());
    expect(second).toMatchObject({
      how: 'exit code 1',
      said: expect.stringMatching(/The hub did not start\. A hub already runs on/),
    });
    const reset = await ended(await launcher({}, 'reset'));
    expect(reset).toMatchObject({ how: 'exit code 1', said: expect.stringMatching(/stop it with Ctrl-C/) });
    const token = await ended(await launcher({}, 'token', 'claire'));
    expect(token).toMatchObject({ how: 'exit code 0', said: expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/) });
    expect(anyAlive(hub.parts)).toHaveLength(3);
    await hub.child.stop({ signal: 'SIGTERM', graceMs: 30_000 });
    expect(anyAlive(hub.parts)).toEqual([]);
  }, 120_000);

  it('cleans up by itself after its launcher was killed, and starts again on the same ports', async () => {
    const ports = () => JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')).ports;
    const hub = await running();
    const before = ports();
    await hub.child.stop({ signal: 'SIGKILL' });
    for (const { process: identity } of hub.parts) expect(await waitUntilGone(identity, 20_000)).toBe(true);
    const again = await running();
    expect(ports()).toEqual(before);
    await again.child.stop({ signal: 'SIGINT', graceMs: 30_000 });
  }, 120_000);

  it('stops everything when npm, which started it, has died', async () => {
    const logFile = join(folder, 'output-orphan');
    const env = { ...process.env, HUB_HOME: home, HUB_PORT: '0', HUB_ONLY: 'none', NODE_OPTIONS: '' };
    const parent = await startChild({
      command: 'sh',
      args: ['-c', '"$0" "$1"; true', process.execPath, script('start')],
      env,
      logFile,
    });
    const output = () => readFileSync(logFile, 'utf8');
    while (parent.alive() && !output().includes('The hub runs')) await sleep(50);
    const parts = recorded(home);
    await parent.stop({ signal: 'SIGKILL' });
    for (const { process: identity } of parts) expect(await waitUntilGone(identity, 20_000)).toBe(true);
    while (!output().includes('Stopped.')) await sleep(50);
    expect(output()).toContain('Stopping (the process that started it has ended)');
  }, 120_000);

  it('says in one sentence that the port is in use, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await ended(await launcher({ HUB_PORT: String(port) }));
    expect(refused.how).toBe('exit code 1');
    expect(refused.said).toContain(
      `Port ${port} is in use by another program: stop what listens there, or choose another for the gateway (HUB_PORT=8080 npm start).`,
    );
    expect(anyAlive(recorded(home))).toEqual([]);
    other.close();
  }, 30_000);

  it('is emptied by a reset', async () => {
    const reset = await ended(await launcher({}, 'reset'));
    expect(reset).toMatchObject({ how: 'exit code 0', said: `${home} is empty.\n` });
    const token = await ended(await launcher({}, 'token', 'claire'));
    expect(token).toMatchObject({ how: 'exit code 1', said: expect.stringContaining('No hub runs on') });
  }, 30_000);
});
