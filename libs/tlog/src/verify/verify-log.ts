import { type Checkpoint, openCheckpoint, readCheckpoint } from '../checkpoint.js';
import { emptyRoot } from '../hash.js';
import type { Verifier } from '../note-key.js';
import { TlogError } from '../tlog-error.js';
import { authenticate } from './authenticate.js';
import { Candidates } from './candidates.js';
import { compareEntries } from './compare-entries.js';
import type { Finding, LogFiles } from './finding.js';
import { locateRewrite } from './locate-rewrite.js';
import { type EntryVisitor, type ReadBundle, readBundles, readTiles } from './read-log.js';

/** What verifying a whole log found. */
export interface LogReport {
  /** True when every byte is what the signed checkpoint says. */
  readonly intact: boolean;
  /** The checkpoint as claimed; believe it only when `signed`. */
  readonly checkpoint?: Checkpoint;
  readonly signed: boolean;
  /** Entries read and hashed. */
  readonly entries: number;
  /** In the order of the log. */
  readonly findings: readonly Finding[];
}

export interface VerifyLogOptions {
  /** Earlier signed checkpoints, to bound where a wholly rewritten log departs from them. */
  readonly earlier?: readonly Checkpoint[];
  readonly visit?: EntryVisitor;
}

/**
 * Verifies a whole log offline: the checkpoint's signature, every leaf hash
 * from the stored bytes, every tile, the root.
 *
 * @param files the log as exported, by tlog-tiles paths
 * @param verifier the log's public key, from somewhere its operator cannot change
 */
export async function verifyLog(
  files: LogFiles,
  verifier: Verifier,
  { earlier = [], visit }: VerifyLogOptions = {},
): Promise<LogReport> {
  const findings: Finding[] = [];
  const { checkpoint, signed } = await readHead(files, verifier, findings);
  if (checkpoint === undefined) return { intact: false, signed, entries: 0, findings };
  const bundles = await readBundles(files, checkpoint.size, findings, visit);
  const tiles = await readTiles(files, checkpoint.size, findings);
  checkTree(new Candidates(checkpoint.size, bundles, tiles), bundles, checkpoint, earlier, findings);
  const entries = bundles.reduce((sum, { hashes }) => sum + hashes.length / 32, 0);
  const ordered = findings.toSorted((one, other) => (one.index ?? -1) - (other.index ?? -1));
  return { intact: findings.length === 0, checkpoint, signed, entries, findings: ordered };
}

async function readHead(
  files: LogFiles,
  verifier: Verifier,
  findings: Finding[],
): Promise<{ checkpoint?: Checkpoint; signed: boolean }> {
  const path = 'checkpoint';
  const note = await files.read(path);
  if (note === undefined) {
    findings.push({ kind: 'checkpoint-missing', path, detail: 'there is no checkpoint' });
    return { signed: false };
  }
  try {
    return { checkpoint: openCheckpoint(note, verifier), signed: true };
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    const malformed = error.code === 'malformed-note' || error.code === 'malformed-checkpoint';
    findings.push({ kind: malformed ? 'checkpoint-malformed' : 'checkpoint-forged', path, detail: error.message });
  }
  try {
    // What it claims still tells where the entries and tiles disagree with each other.
    return { checkpoint: readCheckpoint(note), signed: false };
  } catch {
    return { signed: false };
  }
}

function checkTree(
  candidates: Candidates,
  bundles: readonly ReadBundle[],
  checkpoint: Checkpoint,
  earlier: readonly Checkpoint[],
  findings: Finding[],
): void {
  if (checkpoint.size === 0) {
    if (Buffer.compare(checkpoint.root, emptyRoot()) === 0) return;
    findings.push({ kind: 'tree-rewritten', path: 'checkpoint', detail: 'the root of no entries is another' });
    return;
  }
  const { leaves, rootHolds } = authenticate(candidates, checkpoint.root, findings);
  findings.push(...compareEntries(bundles, leaves));
  if (rootHolds) return;
  const between = locateRewrite(bundles, earlier);
  const detail = 'neither the entries nor the tiles lead to the signed root';
  if (between === undefined) {
    findings.push({ kind: 'tree-rewritten', path: 'checkpoint', detail });
    return;
  }
  const where = `an earlier signed head of ${between.intact} entries still holds, that of ${between.broken} does not`;
  const place = { index: between.intact, lastIndex: between.broken - 1 };
  findings.push({ kind: 'tree-rewritten', path: 'checkpoint', ...place, detail: `${detail}; ${where}` });
}
