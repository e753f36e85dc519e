import { decodeBase64, encodeBase64 } from './base64.js';
import { isKeyName, type Signer, type Verifier } from './note-key.js';
import { TlogError } from './tlog-error.js';

/** More than any checkpoint with its witnesses needs; a limit before any work is done. */
const MAX_NOTE_SIZE = 1_000_000;
const MAX_SIGNATURES = 100;

/** A line `— name base64(id ‖ signature)`. */
export interface NoteSignature {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
}

/** A note taken apart; nothing in it is to be believed before {@link openNote} verified it. */
export interface SignedNote {
  /** Ends in a newline; what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/**
 * Signs a text (C2SP signed-note).
 *
 * @param text ends in a newline, no other control characters
 * @throws TlogError `malformed-note`
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  assertNoteText(text);
  const bytes = Buffer.from(text);
  const lines = signers.map((signer) => {
    const blob = Buffer.alloc(4 + 64);
    blob.writeUInt32BE(signer.id);
    signer.sign(bytes).copy(blob, 4);
    return `— ${signer.name} ${encodeBase64(blob)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * Takes a note apart without verifying it.
 *
 * @throws TlogError `malformed-note`
 */
export function parseNote(note: string | Uint8Array): SignedNote {
  const source = decodeText(note);
  // The text itself may hold empty lines: the last one separates.
  const end = source.lastIndexOf('\n\n');
  if (end < 0) throw new TlogError('malformed-note', 'a note has an empty line before its signatures');
  const text = source.slice(0, end + 1);
  assertNoteText(text);
  const lines = source.slice(end + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0) throw new TlogError('malformed-note', 'a note ends in signature lines');
  if (lines.length > MAX_SIGNATURES) throw new TlogError('malformed-note', `more than ${MAX_SIGNATURES} signatures`);
  return { text, signatures: lines.map(parseSignature) };
}

/**
 * Verifies a note.
 *
 * @param verifiers the keys that are believed
 * @returns the text and which of the keys signed it (at least one)
 * @throws TlogError `malformed-note`; `unknown-signer` when none of the keys
 *   signed; `invalid-signature` when a line of one of them does not verify,
 *   even beside others that do
 */
export function openNote(
  note: string | Uint8Array,
  verifiers: readonly Verifier[],
): { text: string; signedBy: Verifier[] } {
  const { text, signatures } = parseNote(note);
  const bytes = Buffer.from(text);
  const signedBy = new Set<Verifier>();
  for (const { name, id, signature } of signatures) {
    const verifier = verifiers.find((known) => known.name === name && known.id === id);
    if (verifier === undefined) continue;
    if (!verifier.verify(bytes, signature)) {
      throw new TlogError('invalid-signature', `the signature of ${name} does not verify`);
    }
    signedBy.add(verifier);
  }
  if (signedBy.size === 0) throw new TlogError('unknown-signer', 'the note is not signed by a key that is believed');
  return { text, signedBy: [...signedBy] };
}

function parseSignature(line: string): NoteSignature {
  const match = /^— (\S+) (\S+)$/u.exec(line);
  const blob = match && decodeBase64(match[2] ?? '');
  if (!match || !blob || blob.length < 5 || !isKeyName(match[1] ?? '')) {
    throw new TlogError('malformed-note', 'a signature line is "— name base64"');
  }
  return { name: match[1] ?? '', id: blob.readUInt32BE(0), signature: blob.subarray(4) };
}

function decodeText(note: string | Uint8Array): string {
  if (note.length > MAX_NOTE_SIZE) throw new TlogError('malformed-note', 'the note is too long');
  if (typeof note === 'string') return note;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  } catch {
    throw new TlogError('malformed-note', 'the note is not UTF-8');
  }
}

function assertNoteText(text: string): void {
  if (!text.endsWith('\n')) throw new TlogError('malformed-note', 'a note text ends in a newline');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) {
    throw new TlogError('malformed-note', 'a note holds no control character but the newline');
  }
}
