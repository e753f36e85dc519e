/** Why something offered to this library was refused. */
export type TlogErrorCode =
  | 'not-a-hash'
  | 'out-of-range'
  | 'proof-mismatch'
  | 'entry-too-long'
  | 'malformed-bundle'
  | 'malformed-tile'
  | 'missing-tile'
  | 'malformed-key'
  | 'malformed-note'
  | 'unknown-signer'
  | 'invalid-signature'
  | 'malformed-checkpoint'
  | 'malformed-proof';

/** The only error this library throws on purpose: untrusted input did not hold. */
export class TlogError extends Error {
  override readonly name = 'TlogError';

  constructor(
    readonly code: TlogErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Refuses sizes and indexes that are not whole, negative, or beyond what a JavaScript number holds exactly. */
export function assertCount(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new TlogError('out-of-range', `${what} must be a whole number from 0 to 2^53-1, not ${value}`);
  }
}
