import { readFileSync } from 'node:fs';
import { verifyPermit } from '../permit/verify-permit.js';

/**
 * Verifies a permit without the hub and without an account. KEYS is what GET /permits/keys answers, or one key as
 * PEM; PERMIT is what GET /permits/{id} answers. Whether a genuine permit was revoked or replaced since is a question
 * to GET /permits/{id}/verification.
 */
const usage = `usage: node apps/review/dist/src/verify-permit/main.js PERMIT.json KEYS
ends with 0 when the permit is genuine, 1 when it is not, 2 when it cannot be read`;

interface Keys {
  readonly keys: readonly { readonly kid: string; readonly pem: string }[];
}

/** The published key that the permit names; of a single PEM, that one. */
function keyFor(keyId: string, text: string): string {
  if (text.startsWith('-----BEGIN')) return text;
  const { keys } = JSON.parse(text) as Keys;
  const named = keys.find(({ kid }) => kid === keyId) ?? keys[0];
  if (!named) throw new Error('no key is published');
  return named.pem;
}

function main([permitFile, keyFile]: readonly string[]): number {
  if (!permitFile || !keyFile) {
    console.error(usage);
    return 2;
  }
  try {
    const signed = JSON.parse(readFileSync(permitFile, 'utf8'));
    const verdict = verifyPermit(signed, keyFor(signed?.keyId, readFileSync(keyFile, 'utf8')));
    console.log(
      verdict.genuine ? `genuine: ${verdict.id}, signed with ${verdict.keyId}` : `not genuine: ${verdict.why}`,
    );
    return verdict.genuine ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
