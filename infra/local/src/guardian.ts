import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * A shell that waits on a pipe to this process. If the pipe closes without a word, this process was killed:
 * it then runs `sweep.js`, which stops what was left, in order. It costs one sleeping `sh`.
 */
export function startGuardian(home: string, launcher: { pid: number; started: string }): () => Promise<void> {
  const sweep = fileURLToPath(new URL('./sweep.js', import.meta.url));
  const script = 'read -r word; [ "$word" = done ] || exec "$@"';
  const args = [process.execPath, sweep, home, String(launcher.pid), launcher.started];
  const shell = spawn('sh', ['-c', script, 'hub-guardian', ...args], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  shell.unref();
  return async () => {
    shell.ref();
    shell.stdin.end('done\n');
    await ended;
  };
}
