import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';
import { Injectable } from '@nestjs/common';
import { type PublishedKey, publishedKeyOf, type Seal, sealWith } from './seal.js';

/** The key that signs permits. Its private half never leaves this object. */
@Injectable()
export class PermitKey {
  private constructor(
    readonly seal: Seal,
    readonly published: PublishedKey,
  ) {}

  /** Reads `PERMIT_KEY_FILE`, an Ed25519 private key as PKCS8 PEM; what is wrong with it is said without its content. */
  static fromEnvironment(env: NodeJS.ProcessEnv): PermitKey {
    const file = env.PERMIT_KEY_FILE;
    if (!file)
      throw new ConfigurationError([
        'PERMIT_KEY_FILE is not set: the file of the Ed25519 private key (PKCS8 PEM) that signs permits',
      ]);
    const key = privateKeyIn(file);
    if (key?.asymmetricKeyType !== 'ed25519') {
      throw new ConfigurationError([
        'PERMIT_KEY_FILE must name a readable file with an Ed25519 private key as PKCS8 PEM',
      ]);
    }
    return new PermitKey(sealWith(key), publishedKeyOf(key));
  }
}

function privateKeyIn(file: string) {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    return undefined;
  }
}
