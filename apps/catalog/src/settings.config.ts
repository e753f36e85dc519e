import { ConfigurationError } from '@hub/http-edge';

/** The largest body of an import, in bytes. */
export function importBytes(env: NodeJS.ProcessEnv): number {
  const bytes = Number(env['CATALOG_IMPORT_BYTES'] ?? 8 * 1024 * 1024);
  if (!(Number.isInteger(bytes) && bytes >= 65_536 && bytes <= 256 * 1024 * 1024)) {
    throw new ConfigurationError(['CATALOG_IMPORT_BYTES must be a whole number of bytes from 65536 to 268435456']);
  }
  return bytes;
}
