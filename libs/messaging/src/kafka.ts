import { createRequire } from 'node:module';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';

/** Where log lines go; the service's own logger fits. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** Answers of a broker that has just started or is moving a group: normal, retried, not an operator's concern. */
const passing =
  /COORDINATOR|rebalanc|NOT_LEADER|LEADER_NOT_AVAILABLE|Connection error|Connection timeout|Restarting the consumer/i;

/** Bounded retries are wanted: the relay starts anew with a new producer, and readers know an event by its id. */
const expected = /Limiting retries for the idempotent producer|switched default partitioner/;

export function connectKafka(
  brokers: readonly string[],
  clientId: string,
  log: Log,
  config?: Partial<KafkaConfig>,
): Kafka {
  calmRequestQueue();
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      const { message, error, groupId } = entry.log as { message: string; error?: string; groupId?: string };
      if (expected.test(message)) return;
      const level = entry.level === logLevel.ERROR && !passing.test(`${message} ${error}`) ? 'error' : 'warn';
      log[level]({ error, groupId }, `kafka: ${message}`);
    },
    ...config,
  });
}

/**
 * kafkajs 2.2.4 arms a timer after every response even when nothing is pending; the delay is negative, so it
 * fires every millisecond for ever: 6–8 % of a core for an idle process (its issues 1751 and 1768). Only a queue
 * with something pending needs the check.
 */
function calmRequestQueue(): void {
  const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue');
  const { prototype } = RequestQueue;
  if (prototype.calm) return;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.calm = true;
  prototype.scheduleCheckPendingRequests = function (this: { pending: unknown[] }) {
    if (this.pending.length > 0) schedule.call(this);
  };
}
