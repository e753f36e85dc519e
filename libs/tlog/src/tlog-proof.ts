import { decodeBase64, encodeBase64 } from './base64.js';
import { type Checkpoint, openCheckpoint } from './checkpoint.js';
import { HASH_SIZE, leafHash } from './hash.js';
import type { Verifier } from './note-key.js';
import { assertCount, TlogError } from './tlog-error.js';
import { verifyInclusion } from './verify-proof.js';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^63 entries needs 63. */
const MAX_HASHES = 64;

/** Everything needed to show, offline, that an entry is in a log (C2SP tlog-proof). */
export interface TlogProof {
  readonly index: number;
  /** Audit path, sibling of the leaf first; 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
  /** Opaque and not authenticated. */
  readonly extra?: Uint8Array;
}

/** The proof as one text file (`.tlog-proof`). */
export function formatProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  assertCount(index, 'index');
  const lines = [FIRST_LINE];
  if (extra !== undefined) lines.push(`extra ${encodeBase64(extra)}`);
  lines.push(`index ${index}`, ...hashes.map(encodeBase64), '', checkpoint);
  return lines.join('\n');
}

/**
 * Reads a proof; verifies nothing.
 *
 * @throws TlogError `malformed-proof`
 */
export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw malformed('an empty line stands before the checkpoint');
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== FIRST_LINE) throw malformed(`the first line is ${FIRST_LINE}`);
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64((lines.shift() as string).slice(6)) : null;
  if (extra === undefined) throw malformed('extra is base64');
  const index = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined || !Number.isSafeInteger(Number(index))) throw malformed('the index is a number');
  if (lines.length > MAX_HASHES) throw malformed(`more than ${MAX_HASHES} hashes`);
  const hashes = lines.map((line) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_SIZE) throw malformed('each hash is base64 of 32 bytes');
    return hash;
  });
  const proof = { index: Number(index), hashes, checkpoint: text.slice(end + 2) };
  return extra === null ? proof : { ...proof, extra };
}

/**
 * Verifies that `entry` is in the log, from the proof and the log's public key alone.
 *
 * @param entry the bytes as stored
 * @returns the signed checkpoint it is proven against
 * @throws TlogError naming what does not hold: the checkpoint's signature or the path
 */
export function verifyProof(entry: Uint8Array, proof: TlogProof, verifier: Verifier): Checkpoint {
  const checkpoint = openCheckpoint(proof.checkpoint, verifier);
  verifyInclusion(leafHash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root);
  return checkpoint;
}

function malformed(why: string): TlogError {
  return new TlogError('malformed-proof', `not a tlog-proof: ${why}`);
}
