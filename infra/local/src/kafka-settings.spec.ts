import { serverProperties } from './kafka-settings.js';

const lines = serverProperties('/data', { broker: 1, controller: 2 }).trimEnd().split('\n');

describe("Kafka's settings", () => {
  it('keep it on this machine', () => {
    const addresses = lines.filter((line) => /:\/\/|voters/.test(line));
    expect(addresses).toHaveLength(3);
    for (const line of addresses) expect(line).toContain('127.0.0.1');
  });

  it('never let an event age out, nor make a topic that nobody asked for', () => {
    expect(lines).toEqual(
      expect.arrayContaining(['log.retention.ms=-1', 'log.retention.bytes=-1', 'auto.create.topics.enable=false']),
    );
  });
});
