/** The service under test with a key and folders of its own, and the steps that stories begin with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationService } from '../src/application.module.js';
import { readApplicationSettings } from '../src/settings.config.js';

/** A folder that goes with the process. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'hub-application-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function settingsWith(env: Record<string, string> = {}) {
  const keyFile = join(folder(), 'key');
  writeFileSync(keyFile, Buffer.alloc(32, 7).toString('base64'));
  return readApplicationSettings({ ATTACHMENTS_HOME: folder(), APPLICATION_KEY_FILE: keyFile, ...env });
}

export const service = applicationService(settingsWith());
