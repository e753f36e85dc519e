import { randomBytes } from 'node:crypto';
import { contracts, type EventContract } from '@hub/contracts';
import { ensureTopics } from '@hub/messaging';
import type { CleanUp } from '../clean-up.js';
import { benchKafka, headersOf } from '../hub/events.js';

const batch = 2_000;
/** Events of each object, one after the other, as an access leaves them. */
const eventsAnObject = 20;

/** Publishes that many events of several contracts, gapless by object, each with an id of its own. */
export async function publishMany(brokers: string, count: number, cleanUp: CleanUp): Promise<void> {
  const kafka = benchKafka(brokers);
  const chosen = contracts.filter(({ topic }) => /application|review\.case|provisioning\.query/.test(topic));
  await ensureTopics(kafka, [...new Set(chosen.map(({ topic }) => topic))]);
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const disconnect = cleanUp.later(() => producer.disconnect());
  const makers = chosen.map((contract) => maker(contract));
  for (let sent = 0; sent < count; sent += batch) {
    const messages = Array.from({ length: Math.min(batch, count - sent) }, (_, at) => message(makers, sent + at));
    const byTopic = Map.groupBy(messages, ({ topic }) => topic);
    const topicMessages = [...byTopic].map(([topic, ofTopic]) => ({
      topic,
      messages: ofTopic.map(({ topic: _, ...rest }) => rest),
    }));
    await producer.sendBatch({ topicMessages });
  }
  await disconnect();
}

type Maker = ReturnType<typeof maker>;

const maker = ({ type, topic, example }: EventContract) => ({ type, topic, value: JSON.stringify(example) });

/** All events of an object are of one topic, as an aggregate's are. */
function message(makers: readonly Maker[], number: number) {
  const object = Math.floor(number / eventsAnObject);
  const { topic } = makers[object % makers.length] as Maker;
  const ofTopic = makers.filter((other) => other.topic === topic);
  const { type, value } = ofTopic[number % ofTopic.length] as Maker;
  const subject = `00000000-0000-7000-8000-${object.toString(16).padStart(12, '0')}`;
  return {
    topic,
    key: subject,
    value,
    headers: headersOf(type, subject, (number % eventsAnObject) + 1, randomBytes(16).toString('hex')),
  };
}
