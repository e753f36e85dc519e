import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../src/free-port.js';
import { readiness } from '../src/health.js';
import { sleep, stopProcess } from '../src/process-identity.js';
import { startService } from '../src/service.js';
import { Supervised } from '../src/supervised.js';
import { temporaryFolder } from './temporary.js';

const folder = temporaryFolder();
const healthy = join(folder, 'healthy.mjs');
const empty = join(folder, 'empty.mjs');
writeFileSync(
  healthy,
  "import http from 'node:http'; http.createServer((_, r) => r.end('{}')).listen(process.env.PORT, process.env.HOST);",
);
writeFileSync(empty, '');

function supervise(entry: string, port: number, said: string[]) {
  const logFile = join(folder, 'service.log');
  return new Supervised(
    'service',
    (onSpawn) => startService({ name: 'service', entry, port, env: {}, logFile, dieWithParent: true, onSpawn }),
    {
      say: (line) => said.push(line),
      excuse: async () => undefined,
    },
  );
}

describe('a service that is looked after', () => {
  it('is started again when it crashes, and that is said', async () => {
    const said: string[] = [];
    const port = await freePort();
    const service = supervise(healthy, port, said);
    const { identity, url } = await service.start();
    await stopProcess(identity, { signal: 'SIGKILL' });
    while (!said.includes('service is ready again.')) await sleep(20);
    expect(said[0]).toBe('service ended by itself (signal SIGKILL): it is started again.');
    expect(service.pid).not.toBe(identity.pid);
    expect(await readiness(url)).toBe('ready');
    await service.stop();
    expect(await readiness(url)).toBe('not listening');
  }, 20_000);

  it('fails its first start with how it ended and where its log is', async () => {
    const service = supervise(empty, await freePort(), []);
    await expect(service.start()).rejects.toThrow(
      /The service service ended while starting \(exit code 0\); its log .*service\.log is empty/,
    );
    await service.stop();
  }, 20_000);

  it('can be stopped while it starts', async () => {
    const service = supervise(empty, await freePort(), []);
    const starting = service.start().catch((error: Error) => error.message);
    await service.stop();
    expect(await starting).toMatch(/stopped|ended/);
  }, 20_000);
});
