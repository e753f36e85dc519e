import { decodeBase64, encodeBase64 } from './base64.js';
import { HASH_SIZE } from './hash.js';
import { openNote, parseNote, signNote } from './note.js';
import type { Signer, Verifier } from './note-key.js';
import { TlogError } from './tlog-error.js';

/** A tree head: what a log says it holds (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: a URL without scheme, never reused for another tree. */
  readonly origin: string;
  /** Entries in the tree. */
  readonly size: number;
  /** RFC 6962 root of those entries, 32 bytes. */
  readonly root: Uint8Array;
  /** Lines the log adds under its signature; opaque to verifiers. */
  readonly extensions: readonly string[];
}

/**
 * The text to sign: origin, size, root and extensions, a line each.
 *
 * @throws TlogError `malformed-checkpoint`: a newline inside a field would
 *   frame another checkpoint than the one given
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), encodeBase64(root), ...extensions];
  const text = `${lines.join('\n')}\n`;
  const parsed = parseCheckpoint(text);
  if (parsed.origin !== origin || parsed.extensions.length !== extensions.length) {
    throw new TlogError('malformed-checkpoint', 'a field holds a newline');
  }
  return text;
}

/**
 * Reads a checkpoint's text (the note's text, without signatures).
 *
 * @throws TlogError `malformed-checkpoint`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed('the last line must end in a newline');
  const [origin, size, root, ...extensions] = lines;
  if (!origin || size === undefined || root === undefined || extensions.includes('')) {
    throw malformed('origin, size, root and no empty line');
  }
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) throw malformed('the size is a number');
  const hash = decodeBase64(root);
  if (hash?.length !== HASH_SIZE) throw malformed('the root is base64 of 32 bytes');
  return { origin, size: Number(size), root: hash, extensions };
}

/** A checkpoint as a signed note. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly Signer[]): string {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/**
 * Verifies a signed checkpoint and that it speaks of the expected log.
 *
 * @param origin by default the verifier's key name, as C2SP recommends
 * @throws TlogError as {@link openNote}, or `malformed-checkpoint`
 */
export function openCheckpoint(note: string | Uint8Array, verifier: Verifier, origin = verifier.name): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, [verifier]).text);
  if (checkpoint.origin !== origin) throw malformed(`it speaks of ${checkpoint.origin}, not of ${origin}`);
  return checkpoint;
}

/** What a signed checkpoint claims, unverified: only to explain why verification failed. */
export function readCheckpoint(note: string | Uint8Array): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}

function malformed(why: string): TlogError {
  return new TlogError('malformed-checkpoint', `not a checkpoint: ${why}`);
}
