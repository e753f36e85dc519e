import { type Database, type Journal, markSent, takeUnsent, type Unsent } from '@hub/event-store';
import type { Kafka, Producer } from 'kafkajs';
import type { PoolClient } from 'pg';
import { faultPoint } from './fault-point.js';
import type { Log } from './kafka.js';

const batchSize = 500;
const idlePollMs = 1_000;
const gatherMs = 20;

/** How much a batch sent, and whether something was committed that may not be sent yet. */
interface Sent {
  readonly sent: number;
  readonly heldBack: boolean;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends what the outbox holds, in order, at least once; one relay per service at a time. */
export class Relay {
  private producer: Producer | undefined;
  private lead: PoolClient | undefined;
  private stopped = false;
  private wake: () => void = () => {};
  private nudges = 0;
  private running: Promise<void> | undefined;
  /** Whether the last contact with the broker went well. */
  connected = false;

  constructor(
    private readonly journal: Journal,
    private readonly kafka: Kafka,
    private readonly log: Log,
  ) {
    journal.onCommit(() => this.nudge());
  }

  private get database(): Database {
    return this.journal.database;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batch under way and lets another process take over. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
    await this.forgetProducer();
    this.lead?.release(true);
    this.lead = undefined;
  }

  private nudge(): void {
    this.nudges++;
    this.wake();
  }

  private async run(): Promise<void> {
    let wait = 1;
    while (!this.stopped) {
      const nudges = this.nudges;
      try {
        const { sent, heldBack } = (await this.isLeading()) ? await this.sendBatch() : await this.standBy();
        if (sent === batchSize) continue;
        // Under load the next commits are announced together, and every group reads them at once; alone, nobody waits.
        if (sent > 0) await pause(gatherMs);
        // An older transaction, which nudges nobody here, holds back what has been committed: look again soon.
        wait = heldBack && sent === 0 ? Math.min(wait * 2, idlePollMs) : 1;
        if (nudges === this.nudges) await this.sleep(heldBack ? wait : idlePollMs);
      } catch (error) {
        this.connected = false;
        this.log.warn({ error: String(error) }, 'relay: waiting for the database or the broker');
        await this.forgetProducer();
        await this.sleep(idlePollMs);
      }
    }
  }

  private async sendBatch(): Promise<Sent> {
    const { unsent, heldBack } = await takeUnsent(this.database, batchSize);
    if (unsent.length === 0) return { ...(await this.standBy()), heldBack };
    faultPoint('after-commit-before-publish');
    const producer = await this.connectedProducer();
    await producer.sendBatch({ acks: -1, topicMessages: byTopic(unsent) });
    faultPoint('after-publish-before-mark');
    await markSent(this.database, unsent);
    return { sent: unsent.length, heldBack };
  }

  /** Nothing to send, or another process sends: only makes sure that this one could. */
  private async standBy(): Promise<Sent> {
    await this.connectedProducer();
    return { sent: 0, heldBack: false };
  }

  /** Idempotent, so that a retried request leaves no second copy; made anew after a failure. */
  private async connectedProducer(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    await producer.connect();
    this.connected = true;
    this.producer = producer;
    return producer;
  }

  private async forgetProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect().catch(() => {});
  }

  /** An advisory lock, held by a connection of its own, makes this process the one that sends. */
  private async isLeading(): Promise<boolean> {
    if (this.lead) return true;
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query(`SELECT pg_try_advisory_lock(hashtext('hub.relay')) AS mine`);
      if (!rows[0].mine) {
        client.release();
        return false;
      }
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.on('error', () => {
      this.lead?.release(true);
      this.lead = undefined;
    });
    this.lead = client;
    return true;
  }

  private sleep(ms: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function byTopic(unsent: readonly Unsent[]) {
  const topics = Map.groupBy(unsent, (row) => row.topic);
  return [...topics].map(([topic, rows]) => ({
    topic,
    messages: rows.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
  }));
}
