import { randomUUID } from 'node:crypto';
import type { DataOf, EventContract } from '@hub/contracts';
import { ensureTopics, type Received, receive } from '@hub/messaging';
import type { Producer } from 'kafkajs';
import { testKafka } from './servers.js';

/** Everything published on some topics since `start`; each message has passed its contract's schema. */
export class Heard {
  readonly events: Received[] = [];
  readonly raw: { topic: string; headers: Record<string, string>; value: string }[] = [];
  private readonly consumer = testKafka().consumer({ groupId: `test.${randomUUID()}`, maxWaitTimeInMs: 100 });

  static async on(...topics: string[]): Promise<Heard> {
    const heard = new Heard();
    await ensureTopics(testKafka(), topics);
    await heard.consumer.connect();
    await heard.consumer.subscribe({ topics, fromBeginning: true });
    await heard.consumer.run({
      eachMessage: async ({ topic, message }) => {
        const headers = Object.fromEntries(Object.entries(message.headers ?? {}).map(([k, v]) => [k, String(v)]));
        heard.raw.push({ topic, headers, value: message.value?.toString() ?? '' });
        heard.events.push(receive(message));
      },
    });
    return heard;
  }

  /** Waits until an event of this contract, about this subject if given, has been published. */
  async until<Contract extends EventContract>(contract: Contract, subject?: string): Promise<Received<Contract>> {
    return eventually(() => {
      const found = this.events.find((e) => e.type === contract.type && (!subject || e.subject === subject));
      if (!found) throw new Error(`no ${contract.type} yet; heard ${this.events.map((e) => e.type).join(', ')}`);
      return found as Received<Contract>;
    });
  }

  stop = () => this.consumer.disconnect();
}

/** Publishes an event as another service would; the id can be given, to send it twice. */
export async function publish<Contract extends EventContract>(
  contract: Contract,
  subject: string,
  data: DataOf<Contract>,
  { id = randomUUID(), version = 1, time = new Date() }: { id?: string; version?: number; time?: Date } = {},
): Promise<string> {
  await publishRaw(contract.topic, subject, JSON.stringify(data), {
    ce_specversion: '1.0',
    ce_id: id,
    ce_type: contract.type,
    ce_source: '/hub/test',
    ce_subject: subject,
    ce_time: time.toISOString(),
    ce_version: String(version),
    ce_actor: 'service:test',
    ce_correlationid: id,
  });
  return id;
}

let producer: Producer | undefined;

export async function publishRaw(
  topic: string,
  key: string,
  value: string,
  headers: Record<string, string>,
): Promise<void> {
  if (!producer) {
    producer = testKafka().producer();
    await producer.connect();
  }
  await ensureTopics(testKafka(), [topic]);
  await producer.send({ topic, messages: [{ key, value, headers }] });
}

export async function stopPublishing(): Promise<void> {
  await producer?.disconnect();
  producer = undefined;
}

/** Asks again until the check no longer throws, for ten seconds unless said. */
export async function eventually<Result>(check: () => Result | Promise<Result>, ms = 10_000): Promise<Result> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
