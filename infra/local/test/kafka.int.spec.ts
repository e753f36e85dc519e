import { join } from 'node:path';
import { type RunningKafka, startKafka } from '../src/kafka.js';
import { kafkaAnswers } from '../src/kafka-probe.js';
import { temporaryFolder } from './temporary.js';

const dir = join(temporaryFolder(), 'kafka');
let kafka: RunningKafka;

beforeAll(async () => {
  kafka = await startKafka({ dir, quickStart: true });
}, 120_000);

afterAll(() => kafka.stop());

describe('Kafka on this machine', () => {
  it('serves when its start resolves', async () => {
    expect(await kafkaAnswers(kafka.port)).toBe(true);
    expect(kafka.brokers).toBe(`127.0.0.1:${kafka.port}`);
  });

  it('hangs while it is paused', async () => {
    kafka.pause();
    expect(await kafkaAnswers(kafka.port, 300)).toBe(false);
    kafka.resume();
    expect(await kafkaAnswers(kafka.port, 5_000)).toBe(true);
  });

  it('starts again after it was killed, on the same port', async () => {
    await kafka.kill();
    kafka = await startKafka({ dir, port: kafka.port, quickStart: true });
    expect(await kafkaAnswers(kafka.port)).toBe(true);
  }, 60_000);

  it('refuses a port that is in use', async () => {
    await expect(startKafka({ dir: `${dir}-2`, port: kafka.port, quickStart: true })).rejects.toThrow(/is in use/);
  });
});
