import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the application service needs besides servers, in a folder of the test's own. */
export interface ApplicationHome {
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export async function applicationHome(): Promise<ApplicationHome> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-application-'));
  const key = join(folder, 'key');
  await writeFile(key, randomBytes(32).toString('base64'), { mode: 0o600 });
  return {
    env: { APPLICATION_KEY_FILE: key, ATTACHMENTS_HOME: join(folder, 'attachments') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
