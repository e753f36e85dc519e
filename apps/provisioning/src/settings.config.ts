import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';
import type { QueryLimits } from './sandbox/seat.client.js';

export interface ProvisioningSettings {
  readonly home: string;
  /** The master key of pseudonyms; never leaves this process except as keys derived from it. */
  readonly masterKey: Buffer;
  /** The key of the opt-out list; in the list's hashes alone. */
  readonly optOutKey: Buffer;
  readonly query: QueryLimits;
  readonly export: { readonly maxRows: number; readonly maxBytes: number };
  readonly idleSeconds: number;
  readonly maxSandboxes: number;
  readonly deliveryMaxBytes: number;
  readonly preparation: { readonly memoryMiB: number; readonly spillMiB: number; readonly threads: number };
}

/** Reads what provisioning needs beyond the common environment; what is wrong is named at once. */
export function readProvisioningSettings(env: NodeJS.ProcessEnv): ProvisioningSettings {
  const wrong: string[] = [];
  const home = env.PROVISIONING_HOME ?? '';
  if (!home)
    wrong.push('PROVISIONING_HOME is not set: a folder that only this service can read, for deliveries and workspaces');
  const number = (name: string, otherwise: number) => {
    const value = Number(env[name] ?? otherwise);
    if (!Number.isInteger(value) || value < 1) wrong.push(`${name} must be a whole number of at least 1`);
    return value;
  };
  const settings = {
    home,
    masterKey: readKey('PROVISIONING_KEY_FILE', env.PROVISIONING_KEY_FILE, wrong),
    optOutKey: readKey('OPT_OUT_KEY_FILE', env.OPT_OUT_KEY_FILE, wrong),
    query: {
      seconds: number('QUERY_SECONDS', 60),
      memoryMiB: number('QUERY_MEMORY_MIB', 1024),
      spillMiB: number('QUERY_SPILL_MIB', 4096),
      threads: number('QUERY_THREADS', 2),
      maxRows: number('QUERY_MAX_ROWS', 10_000),
      maxBytes: number('QUERY_MAX_BYTES', 8_000_000),
    },
    export: { maxRows: number('EXPORT_MAX_ROWS', 10_000), maxBytes: number('EXPORT_MAX_BYTES', 8_000_000) },
    idleSeconds: number('SANDBOX_IDLE_SECONDS', 300),
    maxSandboxes: number('SANDBOX_MAX', 8),
    deliveryMaxBytes: number('DELIVERY_MAX_BYTES', 200_000_000_000),
    preparation: {
      memoryMiB: number('PREPARATION_MEMORY_MIB', 4096),
      spillMiB: number('PREPARATION_SPILL_MIB', 100_000),
      threads: number('PREPARATION_THREADS', 2),
    },
  };
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return settings;
}

function readKey(name: string, file: string | undefined, wrong: string[]): Buffer {
  if (!file) {
    wrong.push(`${name} is not set: a file with at least 32 random bytes in base64, kept outside PROVISIONING_HOME`);
    return Buffer.alloc(0);
  }
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length < 32) wrong.push(`${name} holds fewer than 32 bytes`);
    return key;
  } catch {
    wrong.push(`${name} cannot be read`);
    return Buffer.alloc(0);
  }
}
