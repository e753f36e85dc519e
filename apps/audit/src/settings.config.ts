import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';
import { type Signer, signerFromPem } from '@hub/tlog';

export interface AuditSettings {
  /** Signs the log's heads, under the log's origin as its name. */
  readonly signer: Signer;
  /** Seconds after which a live stream ends, so that it is opened again with a token that still holds. */
  readonly streamSeconds: number;
}

/** Reads what the audit service needs beyond the common environment. */
export function readAuditSettings(env: NodeJS.ProcessEnv): AuditSettings {
  const wrong: string[] = [];
  if (!env.AUDIT_KEY_FILE) wrong.push('AUDIT_KEY_FILE is not set: a file with an Ed25519 private key, PKCS #8 PEM');
  const origin = env.AUDIT_ORIGIN ?? 'health-data-hub.example/audit';
  const streamSeconds = Number(env.AUDIT_STREAM_SECONDS ?? 60);
  if (!(streamSeconds >= 1 && streamSeconds <= 3600))
    wrong.push('AUDIT_STREAM_SECONDS must be a number from 1 to 3600');
  const signer = env.AUDIT_KEY_FILE ? readSigner(origin, env.AUDIT_KEY_FILE, wrong) : undefined;
  if (wrong.length > 0 || signer === undefined) throw new ConfigurationError(wrong);
  return { signer, streamSeconds };
}

function readSigner(origin: string, file: string, wrong: string[]): Signer | undefined {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch {
    wrong.push('AUDIT_KEY_FILE cannot be read');
    return undefined;
  }
  try {
    return signerFromPem(origin, pem);
  } catch (error) {
    wrong.push(`AUDIT_KEY_FILE or AUDIT_ORIGIN: ${(error as Error).message}`);
    return undefined;
  }
}
