import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The secret in this file, made the first time, readable by its owner only. It appears whole or not at all. */
export function keepSecret(file: string, make: () => string): string {
  const known = read(file);
  if (known !== undefined) return known;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, make(), { mode: 0o600 });
    // Unlike a rename, a link never replaces what somebody else made meanwhile.
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part, { force: true });
  }
  return readFileSync(file, 'utf8');
}

/** An Ed25519 private key as PKCS8 PEM: signs. */
export function ed25519Key(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** 32 random bytes in base64: encrypts, or keys a hash. */
export function symmetricKey(): string {
  return randomBytes(32).toString('base64');
}

/** A password for a database role. */
export function password(): string {
  return randomBytes(24).toString('base64url');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
