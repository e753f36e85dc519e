import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runningHub } from '@hub/local';

const start = join(import.meta.dirname, '../../../local/dist/src/start.js');

/** The whole hub as `npm start` starts it, on a folder and a port of its own. */
export class WholeHub {
  private constructor(
    private readonly process: ChildProcess,
    readonly home: string,
    readonly gateway: string,
    readonly issuer: string,
    readonly readyMs: number,
  ) {}

  static async start(home?: string): Promise<WholeHub> {
    const folder = home ?? (await mkdtemp(join(tmpdir(), 'hub-road-')));
    const port = await freePort();
    const env = { ...process.env, NODE_OPTIONS: '', HUB_HOME: folder, HUB_PORT: String(port), LOG_LEVEL: 'warn' };
    const began = Date.now();
    const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    const gateway = `http://127.0.0.1:${port}`;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the hub did not start:\n${said}`);
      if (
        await fetch(`${gateway}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      if (Date.now() - began > 180_000) {
        child.kill('SIGINT');
        throw new Error(`the hub is not ready after 3 minutes:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const issuer = runningHub(folder)?.issuer;
    if (!issuer) throw new Error('a running hub has an issuer');
    return new WholeHub(child, folder, gateway, issuer, Date.now() - began);
  }

  /** Ctrl-C; answers the exit code and the lines of processes that are still there, if any. */
  async stop(): Promise<{ code: number | null; left: string[] }> {
    this.process.kill('SIGINT');
    const [code] = this.process.exitCode === null ? await once(this.process, 'exit') : [this.process.exitCode];
    return { code, left: await processesOn(this.home) };
  }

  async remove(): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }
}

/** Processes whose command line or environment names the folder. */
async function processesOn(home: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    const [line, env] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    if (line?.includes(home) || env?.includes(`HUB_HOME=${home}`)) found.push(`${pid} ${line?.replaceAll('\0', ' ')}`);
  }
  return found;
}
