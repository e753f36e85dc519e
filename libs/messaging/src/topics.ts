import type { Kafka } from 'kafkajs';

export const deadLetterTopic = (topic: string, group: string): string => `${topic}.dlq.${group}`;

const month = 30 * 24 * 3600 * 1000;

/** Creates the topics that are missing; existing ones stay as the operator made them. */
export async function ensureTopics(
  kafka: Kafka,
  topics: readonly string[],
  deadLetters: readonly string[] = [],
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const wanted = [
      // A service that reacts to its own events names its topic twice.
      ...[...new Set(topics)].map((topic) => ({ topic, numPartitions: 3, retention: -1 })),
      ...deadLetters.map((topic) => ({ topic, numPartitions: 1, retention: 3 * month })),
    ].filter(({ topic }) => !existing.has(topic));
    if (wanted.length === 0) return;
    await admin.createTopics({
      waitForLeaders: true,
      topics: wanted.map(({ topic, numPartitions, retention }) => ({
        topic,
        numPartitions,
        replicationFactor: -1, // the broker's default: 1 on one machine, 3 in a cluster
        configEntries: [{ name: 'retention.ms', value: String(retention) }],
      })),
    });
  } catch (error) {
    if (!/already exists/i.test(String(error))) throw error; // another service was faster
  } finally {
    await admin.disconnect();
  }
}
