import { randomUUID } from 'node:crypto';
import type { DataOf, EventContract } from '@hub/contracts';
import { connectKafka, ensureTopics } from '@hub/messaging';
import type { CleanUp } from '../clean-up.js';
import { eventually } from '../statistics.js';

const silent = { info() {}, warn() {}, error() {} };

export const benchKafka = (brokers: string) => connectKafka(brokers.split(','), 'bench', silent);

export type Publish = <Contract extends EventContract>(
  contract: Contract,
  subject: string,
  data: DataOf<Contract>,
) => Promise<void>;

/** Publishes events as the service that owns them would: for benches that begin in the middle of the road. */
export async function publisher(brokers: string, cleanUp: CleanUp): Promise<Publish> {
  const kafka = benchKafka(brokers);
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  cleanUp.later(() => producer.disconnect());
  return async (contract, subject, data) => {
    await ensureTopics(kafka, [contract.topic]);
    const headers = headersOf(contract.type, subject, 1, randomUUID());
    await producer.send({ topic: contract.topic, messages: [{ key: subject, value: JSON.stringify(data), headers }] });
  };
}

/** Instants at which things of one topic happened, as their events say. */
export type When = (type: string, subject: string) => Promise<Date>;

/** Listens to a topic from its beginning; an event that has not come yet is waited for. */
export async function listener(brokers: string, topic: string, cleanUp: CleanUp): Promise<When> {
  const kafka = benchKafka(brokers);
  const heard = new Map<string, Date>();
  await ensureTopics(kafka, [topic]);
  const consumer = kafka.consumer({ groupId: `bench.${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  cleanUp.later(() => consumer.disconnect());
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { headers } }) => {
      heard.set(`${headers?.ce_type} ${headers?.ce_subject}`, new Date(String(headers?.ce_time)));
    },
  });
  return (type, subject) => eventually(`${type} of ${subject}`, async () => heard.get(`${type} ${subject}`), 600);
}

/** The headers of a CloudEvent as the services write them. */
export const headersOf = (type: string, subject: string, version: number, id: string): Record<string, string> => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: id,
  ce_type: type,
  ce_source: `/hub/${type.slice(0, type.indexOf('.'))}`,
  ce_subject: subject,
  ce_time: new Date().toISOString(),
  ce_version: String(version),
  ce_actor: 'claire',
  ce_organisation: 'inserm',
  ce_roles: 'applicant',
  ce_assurance: 'substantial',
  ce_correlationid: id,
});
