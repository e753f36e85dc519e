import { get, type IncomingMessage } from 'node:http';
import type { LoadClient } from '../load/load-client.js';
import { accepted } from '../load/people.js';

/**
 * Follows the log as an auditor does. A record counts once a signed checkpoint covers it: each batch of the live
 * stream is followed by a look at the checkpoint, and what has arrived below its size is verifiable from then on.
 */
export class Auditor {
  /** When the record of an object's version became verifiable, by `id@version`. */
  private readonly verifiable = new Map<string, number>();
  /** Seen in the stream and not under a checkpoint yet, by log index. */
  private readonly pending = new Map<number, string>();
  private stream: IncomingMessage | undefined;
  private rest = '';
  private looking = false;
  private stopped = false;
  private broken: Error | undefined;

  private constructor(
    private readonly gateway: string,
    private readonly token: string,
    private readonly client: LoadClient,
  ) {}

  /** Answers once the stream is open. */
  static async begin(gateway: string, token: string, client: LoadClient): Promise<Auditor> {
    const auditor = new Auditor(gateway, token, client);
    await auditor.open();
    return auditor;
  }

  seenAt(id: string, version: number): number | undefined {
    return this.verifiable.get(`${id}@${version}`);
  }

  throwIfBroken(): void {
    if (this.broken) throw this.broken;
  }

  stop(): void {
    this.stopped = true;
    this.stream?.destroy();
  }

  private async open(): Promise<void> {
    const size = await this.checkpointSize();
    const headers = { authorization: `Bearer ${this.token}`, accept: 'text/event-stream' };
    this.stream = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${this.gateway}/audit/stream?after=${size - 1}`, { headers }, resolve).once('error', reject);
    });
    if (this.stream.statusCode !== 200) throw new Error(`the audit's stream answers ${this.stream.statusCode}`);
    this.stream.setEncoding('utf8');
    this.stream.on('data', (chunk: string) => this.take(chunk));
    this.stream.once('close', () => {
      if (!this.stopped) this.broken = new Error('the audit’s stream has ended');
    });
  }

  private take(chunk: string): void {
    const frames = (this.rest + chunk).split('\n\n');
    this.rest = frames.pop() ?? '';
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data === undefined) continue;
      const { index, record } = JSON.parse(data) as {
        index: number;
        record: { object: { id: string; version?: number } };
      };
      this.pending.set(index, `${record.object.id}@${record.object.version}`);
    }
    if (this.pending.size > 0 && !this.looking) void this.look().catch((error: Error) => (this.broken = error));
  }

  private async look(): Promise<void> {
    this.looking = true;
    while (this.pending.size > 0 && !this.stopped) {
      const size = await this.checkpointSize();
      const now = performance.now();
      for (const [index, key] of this.pending) {
        if (index >= size) continue;
        this.verifiable.set(key, now);
        this.pending.delete(index);
      }
    }
    this.looking = false;
  }

  /** The second line of a checkpoint (C2SP tlog-checkpoint). */
  private async checkpointSize(): Promise<number> {
    const reply = accepted(await this.client.call('GET', '/audit/checkpoint', []), 'GET /audit/checkpoint');
    return Number(reply.body.toString('utf8').split('\n')[1]);
  }
}
