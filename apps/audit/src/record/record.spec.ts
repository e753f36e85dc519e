import { hash } from 'node:crypto';
import { type ConsumedMessage, conflicting, factsOf, recordOf } from './record.js';

const now = new Date('2026-03-02T09:00:00.123Z');
const recognised = { recognised: true } as const;

const message = (change: Partial<ConsumedMessage> = {}): ConsumedMessage => ({
  topic: 'hub.review.permit.v1',
  partition: 2,
  offset: '17',
  timestamp: '1772442000000',
  headers: {
    ce_id: '0197a3c0-0000-7000-8000-000000000009',
    ce_type: 'review.permit.granted.v1',
    ce_source: '/hub/review',
    ce_subject: 'HDH-2026-000001-v1',
    ce_version: '1',
    ce_time: '2026-03-02T08:59:59.000Z',
    ce_actor: 'amina',
    ce_organisation: 'cnil',
    ce_roles: 'authority_officer,auditor',
    ce_assurance: 'high',
    ce_correlationid: 'c-1',
    ce_causationid: 'e-0',
    ce_traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  },
  value: Buffer.from('{"permitId":"HDH-2026-000001-v1", "baseId":"HDH-2026-000001"}'),
  ...change,
});

describe('the record of a message', () => {
  it('says who did what to which object when, and in which connection', () => {
    const value = message().value as Uint8Array;
    expect(factsOf(recordOf(message(), recognised, now).entry)).toEqual({
      schema: 'hub.audit.record.v1',
      eventId: '0197a3c0-0000-7000-8000-000000000009',
      type: 'review.permit.granted.v1',
      action: 'create',
      outcome: 'recorded',
      occurredAt: '2026-03-02T08:59:59.000Z',
      recordedAt: '2026-03-02T09:00:00.123Z',
      service: 'review',
      topic: 'hub.review.permit.v1',
      partition: 2,
      offset: '17',
      actor: { id: 'amina', organisation: 'cnil', roles: ['authority_officer', 'auditor'], assurance: 'high' },
      object: { type: 'review.permit', id: 'HDH-2026-000001-v1', version: 1 },
      permitId: 'HDH-2026-000001-v1',
      correlationId: 'c-1',
      causationId: 'e-0',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      dataHash: hash('sha256', value, 'hex'),
      data: { permitId: 'HDH-2026-000001-v1', baseId: 'HDH-2026-000001' },
    });
  });

  it('keeps the value as it came, byte for byte', () => {
    const { entry } = recordOf(message(), recognised, now);
    expect(entry.toString()).toMatch(/,"data":\{"permitId":"HDH-2026-000001-v1", "baseId":"HDH-2026-000001"\}\}$/);
  });

  it('is made of whatever came, naming why no contract accepts it', () => {
    const raw = message({ headers: {}, value: Buffer.of(0xff, 0x00, 0x7b) });
    const facts = factsOf(recordOf(raw, { recognised: false, reason: 'no ce_id header' }, now).entry);
    expect(facts).toMatchObject({
      outcome: 'unrecognised',
      reason: 'no ce_id header',
      eventId: expect.stringMatching(/^unnamed:[0-9a-f]{64}$/),
      occurredAt: '2026-03-02T09:00:00.000Z',
      dataEncoding: 'base64',
      data: '/wB7',
      object: { type: 'review.permit', id: '' },
    });
  });

  it('names a message without an id by its place and content: the same again, another for another', () => {
    const id = (change: Partial<ConsumedMessage>) =>
      recordOf(message({ headers: {}, ...change }), { recognised: false, reason: '' }, now).facts.eventId;
    expect(id({})).toBe(id({}));
    expect(id({ offset: '18' })).not.toBe(id({}));
    expect(id({ timestamp: '1' })).not.toBe(id({}));
  });

  it('does not let a message take a name that is ours to give', () => {
    const { facts } = recordOf(message({ headers: { ...message().headers, ce_id: 'unnamed:abc' } }), recognised, now);
    expect(facts.eventId).not.toBe('unnamed:abc');
  });

  it('leaves out data that is too long for an entry, and keeps its hash', () => {
    const value = Buffer.from(JSON.stringify({ text: 'x'.repeat(70_000) }));
    const record = recordOf(message({ value }), recognised, now);
    expect(record.entry.length).toBeLessThan(65_536);
    expect(factsOf(record.entry)).toMatchObject({
      dataEncoding: 'omitted',
      data: null,
      dataHash: hash('sha256', value, 'hex'),
    });
  });

  it('survives a tombstone, an absurd time, a version that is none, and NUL characters', () => {
    const headers = {
      ...message().headers,
      ce_time: '+275760-09-13T00:00:00.000Z',
      ce_version: '-4',
      ce_actor: 'a\0b',
    };
    const facts = factsOf(
      recordOf(message({ headers, value: null }), { recognised: false, reason: 'no value' }, now).entry,
    );
    expect(facts.occurredAt).toBe('2026-03-02T09:00:00.000Z');
    expect(facts.object).toEqual({ type: 'review.permit', id: 'HDH-2026-000001-v1' });
    expect(facts.actor.id).toBe('a\uFFFDb');
  });

  it('stands beside the one that took its id first, under a name of its own', () => {
    const record = recordOf(message(), recognised, now);
    const beside = conflicting(record);
    expect(factsOf(beside.entry)).toMatchObject({
      outcome: 'conflicting',
      eventId: expect.stringMatching(/^conflict:[0-9a-f]{64}$/),
      reason: expect.stringContaining(record.facts.eventId),
      data: { permitId: 'HDH-2026-000001-v1' },
    });
    expect(conflicting(record).facts.eventId).toBe(beside.facts.eventId);
  });
});
