import { StorageUnavailable } from '@hub/event-store';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage, Producer } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import { faultPoint } from './fault-point.js';
import type { Log } from './kafka.js';
import { OffsetKeeper } from './offset-keeper.js';
import { header, isKnown, type Received, receive, Unreadable } from './received.js';
import { deadLetterTopic } from './topics.js';

export interface GroupHandler {
  readonly type: string;
  readonly topic: string;
  handle(event: Received): Promise<unknown>;
}

/** A fault that time mends: tried again in place until it is gone. */
export class Transient extends Error {
  override name = 'Transient';
}

const attemptsBeforeDeadLetter = 5;
const longestPauseMs = 5_000;
const pauseBefore = (attempt: number) => Math.min(longestPauseMs, 50 * 2 ** attempt);

/** One consumer group: order per key is kept, poison goes to the dead letters, others flow on. */
export class GroupConsumer {
  private readonly consumer: Consumer;
  private readonly deadLetters: Producer;
  private readonly offsets: OffsetKeeper;
  private stopped = false;
  joined = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly log: Log,
    private readonly group: string,
    private readonly handlers: readonly GroupHandler[],
    private readonly onFatal: (error: Error) => void,
  ) {
    this.consumer = this.kafka.consumer({
      groupId: group,
      sessionTimeout: 10_000, // after a crash, the group waits this long for the dead member
      heartbeatInterval: 2_000,
      maxWaitTimeInMs: 2_000, // an answer comes with the first event; a quiet group asks again after this
      retry: { retries: 1_000_000, initialRetryTime: 100, maxRetryTime: 3_000 },
    });
    this.deadLetters = this.kafka.producer({ allowAutoTopicCreation: false });
    this.offsets = new OffsetKeeper(this.consumer);
    this.consumer.on('consumer.group_join', () => {
      this.offsets.forget();
      this.joined = true;
    });
    this.consumer.on('consumer.disconnect', () => (this.joined = false));
    this.consumer.on('consumer.crash', ({ payload }) => {
      this.joined = false;
      // kafkajs starts again after faults that it deems retriable; after any other it stays dead in silence.
      if (!payload.restart && !this.stopped) this.onFatal(payload.error);
    });
  }

  async start(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.deadLetters.connect();
        await this.consumer.connect();
        await this.consumer.subscribe({ topics: [...new Set(this.handlers.map((h) => h.topic))], fromBeginning: true });
        await this.consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          eachBatch: (batch) => this.eachBatch(batch),
        });
        return;
      } catch (error) {
        this.log.warn({ group: this.group, error: String(error) }, 'events: cannot join the group yet');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.offsets.commit();
    await this.consumer.disconnect().catch(() => {});
    await this.deadLetters.disconnect().catch(() => {});
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    for (const message of batch.messages) {
      if (!isRunning() || isStale()) return;
      const done = await this.untilDone(batch.topic, message, heartbeat, () => isRunning() && !this.stopped);
      if (!done) return; // stopped while waiting: the offset stays, the message comes again
      faultPoint('after-effect-before-offset');
      resolveOffset(message.offset);
      this.offsets.done(batch.topic, batch.partition, message.offset);
      await heartbeat();
    }
  }

  /** Handles one message or buries it; false when told to stop while a fault lasted. */
  private async untilDone(
    topic: string,
    message: KafkaMessage,
    heartbeat: () => Promise<void>,
    running: () => boolean,
  ): Promise<boolean> {
    for (let attempt = 1; running(); attempt++) {
      try {
        await this.handle(message);
        return true;
      } catch (error) {
        const transient = error instanceof StorageUnavailable || error instanceof Transient;
        const hopeless = error instanceof Unreadable || (!transient && attempt >= attemptsBeforeDeadLetter);
        if (hopeless && (await this.bury(topic, message, error as Error))) return true;
        this.log.warn(
          { group: this.group, topic, offset: message.offset, attempt, error: String(error) },
          'events: trying again',
        );
        await new Promise((resolve) => setTimeout(resolve, pauseBefore(attempt)));
        await heartbeat();
      }
    }
    return false;
  }

  private async handle(message: KafkaMessage): Promise<void> {
    const type = header(message, 'ce_type');
    const handlers = this.handlers.filter((handler) => handler.type === type);
    // A known type without a handler here is somebody else's; a type that no contract knows is nobody's.
    if (handlers.length === 0 && isKnown(type)) return;
    const event = receive(message);
    for (const handler of handlers) {
      const result = await handler.handle(event);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    }
  }

  private async bury(topic: string, message: KafkaMessage, error: Error): Promise<boolean> {
    try {
      await this.deadLetters.send({
        topic: deadLetterTopic(topic, this.group),
        messages: [
          {
            key: message.key,
            value: message.value,
            headers: {
              ...message.headers,
              dlq_topic: topic,
              dlq_offset: message.offset,
              dlq_reason: error.message.slice(0, 500),
            },
          },
        ],
      });
      this.log.error(
        { group: this.group, topic, offset: message.offset, reason: error.message },
        'events: dead letter',
      );
      return true;
    } catch {
      return false; // the broker is away: the message is kept and tried again
    }
  }
}
