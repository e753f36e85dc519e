/** The service under test with a key and folders of its own, and the steps that stories begin with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationService } from '../src/application.module.js';
import { readApplicationSettings } from '../src/settings.config.js';

const folders: string[] = [];

/** A folder that goes when the tests of a file have ended. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'hub-application-'));
  folders.push(path);
  return path;
}

// The end of the process is not heard in here: every file has a process object of its own.
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

export function settingsWith(env: Record<string, string> = {}) {
  const keyFile = join(folder(), 'key');
  writeFileSync(keyFile, Buffer.alloc(32, 7).toString('base64'));
  return readApplicationSettings({ ATTACHMENTS_HOME: folder(), APPLICATION_KEY_FILE: keyFile, ...env });
}

export const service = applicationService(settingsWith());
