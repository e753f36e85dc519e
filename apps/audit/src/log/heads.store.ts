import { EventEmitter, once } from 'node:events';
import type { Database } from '@hub/event-store';
import { type Signer, signCheckpoint, TILE_WIDTH } from '@hub/tlog';
import { checkpointOf, type LogHead } from './head.js';

/** A committed head with its signature. */
export interface SignedHead extends LogHead {
  /** The checkpoint as a signed note. */
  readonly note: string;
}

/** Another process's appends are noticed at the latest after this. */
const NOTICE_MS = 1_000;

/**
 * Signs heads, and only those that the database has committed: a signature given before the commit could speak of
 * records that a crash then takes back. Ed25519 is deterministic, so a head signed again, after a restart or by
 * another process, gets the same bytes; nothing needs to be stored for that.
 *
 * Without a witness that co-signs consistent heads only (C2SP tlog-witness), whoever holds the key could still show
 * different logs to different readers. Comparing heads kept elsewhere is what finds that out.
 */
export class Heads {
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private signed: SignedHead | undefined;

  constructor(
    private readonly database: Database,
    private readonly signer: Signer,
  ) {}

  /** The newest committed head, signed. */
  async current(): Promise<SignedHead> {
    const { rows } = await this.database.query<{ size: string; root: Buffer; counts: string }>(
      'audit_head',
      'SELECT size, root, counts FROM log_head',
      [],
    );
    const row = rows[0] as { size: string; root: Buffer; counts: string };
    const size = Number(row.size);
    if (this.signed?.size === size && Buffer.compare(this.signed.root, row.root) === 0) return this.signed;
    return this.remember({ size, root: row.root, counts: JSON.parse(row.counts) });
  }

  /**
   * Signs what an append has just committed, and wakes those who wait for it. Cannot fail: what a crash prevents
   * here, the next reader makes up for.
   *
   * @param first size before the append
   */
  publish(head: LogHead, first: number, onTrouble: (error: Error) => void): SignedHead {
    const signed = this.remember(head);
    this.changes.emit('change');
    // One kept head a tile is enough to bound where a log rewritten as a whole departs from what was signed.
    const newTile = Math.floor(first / TILE_WIDTH) < Math.floor(head.size / TILE_WIDTH);
    if (newTile) void this.keep(signed).catch(onTrouble);
    return signed;
  }

  /** Resolves when the log has grown in this process, or after a second, or when `signal` aborts. */
  async change(signal: AbortSignal): Promise<void> {
    const timeout = AbortSignal.timeout(NOTICE_MS);
    await once(this.changes, 'change', { signal: AbortSignal.any([signal, timeout]) }).catch(() => {});
  }

  /** Kept heads beyond a size, smallest first. */
  async kept(after: number, limit: number): Promise<{ size: number; note: string }[]> {
    const { rows } = await this.database.query<{ size: string; note: string }>(
      'audit_kept_heads',
      'SELECT size, note FROM signed_head WHERE size > $1 ORDER BY size LIMIT $2',
      [after, limit],
    );
    return rows.map(({ size, note }) => ({ size: Number(size), note }));
  }

  private remember(head: LogHead): SignedHead {
    const signed = { ...head, note: signCheckpoint(checkpointOf(head, this.signer.name), [this.signer]) };
    // Two appends may end in another order than they began; the newest head stays.
    if (!this.signed || head.size >= this.signed.size) this.signed = signed;
    return signed;
  }

  private async keep({ size, note }: SignedHead): Promise<void> {
    await this.database.query(
      'audit_keep_head',
      'INSERT INTO signed_head (size, note) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [size, note],
    );
  }
}
