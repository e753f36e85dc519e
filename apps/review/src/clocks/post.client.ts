import { ApplicationInformationProvided } from '@hub/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Kafka } from 'kafkajs';
import { followApplication } from '../reactions/groups.js';

/**
 * Whether everything that applicants have said so far has been read. Silence cannot be established before: an answer
 * or a withdrawal may have been given in time while this service was down, and wait in the broker.
 */
@Injectable()
export class Post {
  constructor(@Inject(Kafka) private readonly kafka: Kafka) {}

  async isRead(): Promise<boolean> {
    const { topic } = ApplicationInformationProvided;
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const [ends, [read]] = await Promise.all([
        admin.fetchTopicOffsets(topic),
        admin.fetchOffsets({ groupId: followApplication, topics: [topic] }),
      ]);
      const offsets = new Map(read?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      // Of a partition that was never read, the group has no offset: -1.
      return ends.every(
        ({ partition, low, high }) => Math.max(offsets.get(partition) ?? -1, Number(low)) >= Number(high),
      );
    } finally {
      await admin.disconnect();
    }
  }
}
