import type { Kafka, KafkaMessage } from 'kafkajs';
import { header } from './received.js';

export interface DeadLetter {
  readonly topic: string;
  readonly offset: string;
  readonly key: string | undefined;
  readonly type: string | undefined;
  readonly eventId: string | undefined;
  readonly reason: string | undefined;
  readonly message: KafkaMessage;
}

const isDeadLetterTopic = (topic: string) => topic.includes('.dlq.');

/** Every dead letter that waits, or those of one topic. */
export async function listDeadLetters(kafka: Kafka, only?: string): Promise<DeadLetter[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => isDeadLetterTopic(topic) && (!only || topic === only));
    const letters: DeadLetter[] = [];
    for (const topic of topics.sort()) {
      const [partition] = await admin.fetchTopicOffsets(topic);
      const waiting = Number(partition?.high ?? 0) - Number(partition?.low ?? 0);
      if (waiting > 0) letters.push(...(await readAll(kafka, topic, Number(partition?.high))));
    }
    return letters;
  } finally {
    await admin.disconnect();
  }
}

/** Sends dead letters to the topic they came from. Whoever has handled them already knows their ids. */
export async function replayDeadLetters(kafka: Kafka, topic: string): Promise<number> {
  const letters = await listDeadLetters(kafka, topic);
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  try {
    for (const { message } of letters) {
      const { dlq_topic, dlq_offset: _offset, dlq_reason: _reason, ...headers } = message.headers ?? {};
      await producer.send({
        topic: String(dlq_topic),
        messages: [{ key: message.key, value: message.value, headers }],
      });
    }
  } finally {
    await producer.disconnect();
  }
  await dropDeadLetters(kafka, topic);
  return letters.length;
}

/** Deletes every dead letter of a topic. */
export async function dropDeadLetters(kafka: Kafka, topic: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '-1' }] });
  } finally {
    await admin.disconnect();
  }
}

async function readAll(kafka: Kafka, topic: string, high: number): Promise<DeadLetter[]> {
  const groupId = `dead-letters.look.${process.pid}.${process.hrtime.bigint()}`;
  const consumer = kafka.consumer({ groupId });
  const letters: DeadLetter[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          letters.push(letterOf(topic, message));
          if (Number(message.offset) >= high - 1) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => {}); // only a trace of this look
  await admin.disconnect();
  return letters;
}

const letterOf = (topic: string, message: KafkaMessage): DeadLetter => ({
  topic,
  offset: message.offset,
  key: message.key?.toString(),
  type: header(message, 'ce_type'),
  eventId: header(message, 'ce_id'),
  reason: header(message, 'dlq_reason'),
  message,
});
