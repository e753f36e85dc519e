import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const JAVA_NEEDED = 17;

/** The first Java runtime that is recent enough: JAVA_HOME, the PATH, then where Debian puts them. */
export async function findJava(): Promise<string | undefined> {
  const home = process.env['JAVA_HOME'];
  const installed = await readdir('/usr/lib/jvm').catch(() => []);
  const candidates = [
    ...(home === undefined ? [] : [join(home, 'bin', 'java')]),
    'java',
    ...installed.map((name) => join('/usr/lib/jvm', name, 'bin', 'java')),
  ];
  for (const java of candidates) {
    const version = await versionOf(java);
    if (version !== undefined && version >= JAVA_NEEDED) return java;
  }
  return undefined;
}

async function versionOf(java: string): Promise<number | undefined> {
  try {
    // `java -version` prints to standard error.
    const { stdout, stderr } = await run(java, ['-version'], { timeout: 20_000 });
    return javaMajor(stderr + stdout);
  } catch {
    return undefined;
  }
}

/** `openjdk version "17.0.15" 2025-04-15` is 17; `java version "1.8.0_412"` is 8. */
export function javaMajor(text: string): number | undefined {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(text);
  if (match === null) return undefined;
  return Number(match[1] === '1' ? match[2] : match[1]);
}
