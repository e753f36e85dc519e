import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';

export interface DirectorySettings {
  /** The OpenID provider whose word is taken on who somebody is. */
  readonly issuer: string;
  /** What its tokens must be meant for. */
  readonly audience: string;
  /** Ed25519 private key, PKCS #8 PEM. */
  readonly signingKey: string;
  /** Ed25519 keys in PEM that are published beside it: the next one before it signs, the last one after it has. */
  readonly verifyingKeys?: readonly string[];
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
  const signingKey = keyFile ? readKey('DIRECTORY_KEY_FILE', keyFile, wrong) : '';
  const others = (env.DIRECTORY_OLD_KEY_FILES ?? '').split(',').filter(Boolean);
  const verifyingKeys = others.map((file) => readKey('a file of DIRECTORY_OLD_KEY_FILES', file, wrong));
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return { issuer, audience, signingKey, verifyingKeys, demonstration: seed === 'demonstration' };
}

function readKey(name: string, file: string, wrong: string[]): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    wrong.push(`${name} cannot be read`);
    return '';
  }
}
