export {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from './checkpoint.js';
export { type DecodedBundle, decodeBundle, encodeBundle } from './entry-bundle.js';
export {
  type Appended,
  append,
  EMPTY_FRONTIER,
  type Frontier,
  loadFrontier,
  rootOf,
  type WrittenTile,
} from './frontier.js';
export { emptyRoot, HASH_SIZE, leafHash, MAX_ENTRY_SIZE, nodeHash } from './hash.js';
export { openNote, parseNote, type SignedNote, signNote } from './note.js';
export { formatVerifierKey, parseVerifierKey, type Signer, signerFromPem, type Verifier } from './note-key.js';
export { consistencyProof, inclusionProof, rootAt, type TileReader } from './proofs.js';
export {
  edgeTiles,
  entriesPath,
  hashesAtLevel,
  levelsOf,
  parseTilePath,
  TILE_WIDTH,
  type Tile,
  type TilePath,
  tilePath,
  widthAt,
} from './tile.js';
export { assertCount, TlogError, type TlogErrorCode } from './tlog-error.js';
export { formatProof, parseProof, type TlogProof, verifyProof } from './tlog-proof.js';
export type { Finding, FindingKind, LogFiles } from './verify/finding.js';
export type { EntryVisitor } from './verify/read-log.js';
export { type LogReport, type VerifyLogOptions, verifyLog } from './verify/verify-log.js';
export { verifyConsistency, verifyInclusion } from './verify-proof.js';
