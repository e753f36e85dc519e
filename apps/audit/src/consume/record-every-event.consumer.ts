import { topics } from '@hub/contracts';
import { Clock } from '@hub/decider';
import { Readiness } from '@hub/http-edge';
import { ensureTopics, faultPoint, header, violations } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Batch, type Consumer, type EachBatchPayload, Kafka, type KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import { Appender } from '../log/appender.store.js';
import { Heads } from '../log/heads.store.js';
import { type Position, partitionKey } from '../log/position.js';
import { type ConsumedMessage, type NewRecord, recordOf } from '../record/record.js';
import { GroupCommit } from './group-commit.js';
import { recognise } from './recognise.js';

/** The consumer group. Never to be renamed: another name reads everything again. */
export const GROUP = 'audit.record-every-event';

/** Larger transactions are hardly faster, and keep the next message waiting. */
const RECORDS_A_TRANSACTION = 4_000;
const LONGEST_PAUSE_MS = 5_000;

interface Stretch {
  readonly records: readonly NewRecord[];
  readonly position: Position;
}

/**
 * Records every message of every topic. What no schema accepts is recorded too, as unrecognised; what the
 * database cannot take now waits in place. No message is ever passed over.
 */
@Injectable()
export class RecordEveryEvent implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly consumer: Consumer;
  private readonly group = new GroupCommit<Stretch>(
    (stretches) => this.append(stretches),
    RECORDS_A_TRANSACTION,
    ({ records }) => records.length,
    setImmediate,
  );
  /** Next offset to record, by partition, as the database knows. */
  private positions = new Map<string, number>();
  /** The positions that this process reached since it joined: it commits no other, they may be another broker's. */
  private readonly own = new Map<string, Position>();
  private readonly soughtBack = new Set<string>();
  private readonly waiting = new Map<string, number>();
  private joined = false;
  private stopped = false;
  private committing = false;

  constructor(
    @Inject(Kafka) private readonly kafka: Kafka,
    @Inject(Appender) private readonly appender: Appender,
    @Inject(Heads) private readonly heads: Heads,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('hub:log') private readonly log: Logger,
    @Inject(Readiness) readiness: Readiness,
  ) {
    this.consumer = this.kafka.consumer({
      groupId: GROUP,
      // How long a killed process keeps its partitions: nothing of theirs is recorded meanwhile.
      sessionTimeout: 10_000,
      heartbeatInterval: 2_000,
      maxWaitTimeInMs: 1_000,
      maxBytes: 4_000_000,
      retry: { retries: 1_000_000, initialRetryTime: 100, maxRetryTime: 3_000 },
    });
    this.consumer.on('consumer.group_join', () => this.onJoin());
    this.consumer.on('consumer.disconnect', () => (this.joined = false));
    this.consumer.on('consumer.crash', ({ payload }) => {
      this.joined = false;
      if (!payload.restart && !this.stopped) this.die(payload.error);
    });
    readiness.require('event-recording', () => this.joined);
  }

  onApplicationBootstrap(): void {
    void this.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.consumer.disconnect().catch(() => {});
  }

  /** Messages that the broker holds and the log does not yet, as far as this process was told. */
  get behind(): number {
    return [...this.waiting.values()].reduce((sum, count) => sum + count, 0);
  }

  private async begin(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.learnPositions();
        await ensureTopics(this.kafka, topics);
        await this.consumer.connect();
        await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
        await this.consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          // All partitions of a fetch at once, so that one transaction takes them together.
          partitionsConsumedConcurrently: topics.length * 12,
          eachBatch: (payload) => this.eachBatch(payload),
        });
        return;
      } catch (error) {
        this.log.warn({ group: GROUP, error: String(error) }, 'audit: cannot begin recording yet');
        await pause(1_000);
      }
    }
  }

  private onJoin(): void {
    this.joined = true;
    this.own.clear();
    this.waiting.clear();
    // Another process may have recorded on while this one had other partitions.
    this.learnPositions().catch(() => {});
  }

  private async learnPositions(): Promise<void> {
    const known = await this.appender.positions();
    this.positions = new Map(known.map(({ topic, partition, next }) => [partitionKey(topic, partition), next]));
  }

  private async eachBatch({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    if (!isRunning() || isStale() || this.seekBack(batch)) return;
    const next = Number(batch.lastOffset()) + 1;
    const recordedAt = this.clock.now();
    const records = batch.messages.map((message) => {
      const consumed = consumedOf(batch, message);
      return recordOf(consumed, recognise(consumed, violations), recordedAt);
    });
    const stretch = { records, position: { topic: batch.topic, partition: batch.partition, next } };
    if (!(await this.untilRecorded(stretch, heartbeat, () => isRunning() && !this.stopped))) return;
    faultPoint('after-effect-before-offset');
    const key = partitionKey(batch.topic, batch.partition);
    this.positions.set(key, next);
    this.own.set(key, stretch.position);
    this.waiting.set(key, Math.max(0, Number(batch.highWatermark) - next));
    resolveOffset(batch.lastOffset());
    this.commitOffsets();
    await heartbeat();
  }

  /**
   * The database, not the broker, knows what was recorded. If the broker begins beyond it (the database was
   * restored from a backup), read again from where the log ends. Only backwards: what comes twice is dropped by
   * its id, what is passed over is lost.
   */
  private seekBack(batch: Batch): boolean {
    const { topic, partition } = batch;
    const key = partitionKey(topic, partition);
    const expected = this.positions.get(key);
    const first = Number(batch.firstOffset() ?? 0);
    if (expected === undefined || first <= expected) return false;
    const attempt = `${key}@${expected}`;
    if (this.soughtBack.has(attempt)) {
      this.log.error(
        { topic, partition, from: expected, to: first },
        'audit: the broker no longer holds these messages',
      );
      return false;
    }
    this.soughtBack.add(attempt);
    this.log.warn({ topic, partition, from: expected, to: first }, 'audit: reading again what the log lacks');
    this.consumer.seek({ topic, partition, offset: String(expected) });
    return true;
  }

  private async untilRecorded(
    stretch: Stretch,
    heartbeat: () => Promise<void>,
    running: () => boolean,
  ): Promise<boolean> {
    for (let attempt = 1; running(); attempt += 1) {
      try {
        await this.group.add(stretch);
        return true;
      } catch (error) {
        const level = attempt === 1 ? 'warn' : 'error';
        this.log[level]({ group: GROUP, attempt, error: String(error) }, 'audit: recording waits');
        await pause(Math.min(LONGEST_PAUSE_MS, 50 * 2 ** attempt));
        await heartbeat();
      }
    }
    return false;
  }

  private async append(stretches: readonly Stretch[]): Promise<void> {
    const { head, first, added, gaps } = await this.appender.appendBatch(
      stretches.flatMap(({ records }) => records),
      stretches.map(({ position }) => position),
    );
    for (const gap of gaps) this.log.warn(gap, 'audit: versions of an object are missing');
    if (added > 0)
      this.heads.publish(head, first, (error) => this.log.warn({ error: error.message }, 'audit: a head was not kept'));
  }

  /** Behind the log and never waited for: after a crash some messages come again, and are dropped by their ids. */
  private commitOffsets(): void {
    if (this.committing) return;
    this.committing = true;
    setImmediate(() => {
      const offsets = [...this.own.values()].map(({ next, ...place }) => ({ ...place, offset: String(next) }));
      this.consumer
        .commitOffsets(offsets)
        .catch((error) => this.log.debug({ error: String(error) }, 'audit: offsets are committed later'))
        .finally(() => (this.committing = false));
    });
  }

  private die(error: Error): void {
    this.log.fatal({ error: error.message }, 'audit: the consumer cannot go on; a fresh process can');
    process.exit(1);
  }
}

function consumedOf({ topic, partition }: Batch, message: KafkaMessage): ConsumedMessage {
  const { offset, timestamp, value } = message;
  const names = Object.keys(message.headers ?? {});
  const headers = Object.fromEntries(names.map((name) => [name, header(message, name) ?? '']));
  return { topic, partition, offset, timestamp, value, headers };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
