import { spawn } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  /** What it printed, standard output and standard error as they came. */
  readonly printed: string;
}

/** Runs a program of the repository's own `node_modules/.bin`, found through the PATH that npm scripts have. */
export function runCommand(command: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk));
    child.once('error', (error) => resolve({ code: 127, printed: `${command}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, printed: printed.trim() }));
  });
}
