import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { Kafka } from 'kafkajs';
import { GroupConsumer, type GroupHandler } from './group-consumer.js';
import type { Log } from './kafka.js';
import { deadLetterTopic, ensureTopics } from './topics.js';

/** What `@Reaction` leaves on a handler. */
interface ReactionExtras {
  readonly group: string;
  readonly topic: string;
}

/**
 * Nest's transport for our events: handlers stay ordinary `@EventPattern` methods, the semantics are ours.
 * Nest's own Kafka server retries a failing handler for ever, blocks its partition and has no dead letters.
 */
export class EventTransport extends Server implements CustomTransportStrategy {
  private readonly groups = new Map<string, GroupHandler[]>();
  private readonly consumers: GroupConsumer[] = [];
  private closed = false;
  private topicsReady = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly log: Log,
    private readonly ownTopics: readonly string[],
    private readonly onFatal: (error: Error) => void,
  ) {
    super();
  }

  get ready(): boolean {
    return this.topicsReady && this.consumers.every((consumer) => consumer.joined);
  }

  override addHandler(
    type: string,
    callback: MessageHandler,
    _isEvent?: boolean,
    extras?: Record<string, unknown>,
  ): void {
    const { group, topic } = extras as unknown as ReactionExtras;
    const handlers = this.groups.get(group) ?? [];
    this.groups.set(group, [...handlers, { type, topic, handle: (event) => callback(event, { group }) }]);
  }

  /** Answers at once: a broker that is down must not keep the service from answering its health. */
  listen(callback: () => void): void {
    void this.begin();
    callback();
  }

  private async begin(): Promise<void> {
    while (!this.closed && !this.topicsReady) {
      try {
        await ensureTopics(this.kafka, [...this.ownTopics, ...this.subscribed()], this.deadLetters());
        this.topicsReady = true;
      } catch (error) {
        this.log.warn({ error: String(error) }, 'events: waiting for the broker');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
    for (const [group, handlers] of this.groups) {
      if (this.closed) return;
      const consumer = new GroupConsumer(this.kafka, this.log, group, handlers, this.onFatal);
      this.consumers.push(consumer);
      void consumer.start();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
  }

  on(): void {}

  unwrap<T>(): T {
    return this.kafka as T;
  }

  private subscribed(): string[] {
    return [...new Set([...this.groups.values()].flat().map((handler) => handler.topic))];
  }

  private deadLetters(): string[] {
    const pairs = [...this.groups].flatMap(([group, handlers]) =>
      handlers.map((handler) => deadLetterTopic(handler.topic, group)),
    );
    return [...new Set(pairs)];
  }
}
