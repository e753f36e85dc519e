import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';

export interface DirectorySettings {
  /** The OpenID provider whose word is taken on who somebody is. */
  readonly issuer: string;
  /** What its tokens must be meant for. */
  readonly audience: string;
  /** Ed25519 private key, PKCS #8 PEM. */
  readonly signingKey: string;
  readonly demonstration: boolean;
}

/** Reads what the directory needs beyond the common environment. */
export function readDirectorySettings(env: NodeJS.ProcessEnv): DirectorySettings {
  const wrong: string[] = [];
  const required = (name: string, remedy: string) => {
    if (!env[name]) wrong.push(`${name} is not set: ${remedy}`);
    return env[name] ?? '';
  };
  const issuer = required('OIDC_ISSUER', 'the issuer of the OpenID provider, as its tokens state it');
  const audience = required('OIDC_AUDIENCE', 'the audience that its access tokens carry');
  const keyFile = required('DIRECTORY_KEY_FILE', 'a file with an Ed25519 private key, PKCS #8 PEM');
  const seed = env.DIRECTORY_SEED;
  if (seed !== undefined && seed !== '' && seed !== 'demonstration')
    wrong.push('DIRECTORY_SEED can only be `demonstration`');
  const signingKey = keyFile ? readKey(keyFile, wrong) : '';
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return { issuer, audience, signingKey, demonstration: seed === 'demonstration' };
}

function readKey(file: string, wrong: string[]): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    wrong.push('DIRECTORY_KEY_FILE cannot be read');
    return '';
  }
}
