import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts, type EventContract } from '@hub/contracts';
import { incompatibilities } from '../src/contracts/compatibility.js';
import { contractFindings } from '../src/contracts/examples.js';
import { difference, publish } from '../src/contracts/published.js';
import type { Schema } from '../src/contracts/snapshot.js';

const data = {
  type: 'object',
  required: ['id', 'opinion', 'rows'],
  properties: {
    id: { type: 'string', minLength: 1 },
    opinion: { anyOf: [{ const: 'FOR' }, { const: 'AGAINST' }] },
    rows: { type: 'array', items: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } } },
    note: { type: 'string' },
  },
};
type Data = typeof data;
const topic = 'hub.review.vote.v1';
const changesBy = (change: (copy: Data & Record<string, any>) => unknown, other = topic): string[] => {
  const copy = structuredClone(data);
  change(copy);
  const published = { type: 'review.vote.cast.v1', topic, schema: data as Schema };
  return incompatibilities(published, { ...published, topic: other, schema: copy as Schema });
};

describe('an incompatible change is found:', () => {
  it.each<[string, (copy: Data & Record<string, any>) => unknown, RegExp]>([
    ['a removed field', (d) => delete (d.properties as any).note, /data\.note: removed or renamed/],
    [
      'a renamed field',
      (d) =>
        Object.assign(d.properties, { remark: d.properties.note, note: undefined }) &&
        delete (d.properties as any).note,
      /data\.note: removed/,
    ],
    [
      'a new required field',
      (d) => Object.assign(d.properties, { by: { type: 'string' } }) && d.required.push('by'),
      /data\.by: a new field must be optional/,
    ],
    ['an optional field made required', (d) => d.required.push('note'), /data\.note: was optional, is required now/],
    ['a required field made optional', (d) => d.required.shift(), /data\.id: was required, is optional now/],
    [
      'another type',
      (d) => ((d.properties.id as any) = { type: 'integer' }),
      /data\.id \(type\): changed from "string" to "integer"/,
    ],
    ['a narrowed text', (d) => (d.properties.id.minLength = 5), /data\.id \(minLength\): changed from 1 to 5/],
    ['a pattern where none was', (d) => ((d.properties.note as any).pattern = '^a'), /data\.note \(pattern\)/],
    ['a value less', (d) => d.properties.opinion.anyOf.pop(), /data\.opinion: no longer allows "AGAINST"/],
    [
      'a value more',
      (d) => d.properties.opinion.anyOf.push({ const: 'ABSTAINS' }),
      /data\.opinion: now allows "ABSTAINS"/,
    ],
    ['a value renamed', (d) => ((d.properties.opinion.anyOf[0] as any).const = 'YES'), /data\.opinion\|0 \(const\)/],
    [
      'a change deep inside',
      (d) => ((d.properties.rows.items.properties.n as any).type = 'number'),
      /data\.rows\[\]\.n \(type\)/,
    ],
    ['a required field deep inside', (d) => d.properties.rows.items.required.pop(), /data\.rows\[\]\.n: was required/],
    ['a closed object', (d) => (d['additionalProperties'] = false), /additionalProperties|data/],
  ])('%s', (_, change, finding) => {
    expect(changesBy(change).join('\n')).toMatch(finding);
  });
  it('another topic', () => {
    expect(changesBy(() => {}, 'hub.review.case.v1')).toEqual([`topic: changed from ${topic} to hub.review.case.v1`]);
  });
});

describe('a compatible change passes:', () => {
  it.each<[string, (copy: Data & Record<string, any>) => unknown]>([
    ['none at all', () => {}],
    ['a new optional field', (d) => Object.assign(d.properties, { reason: { type: 'string' } })],
    [
      'a new optional field deep inside',
      (d) => Object.assign(d.properties.rows.items.properties, { m: { type: 'string' } }),
    ],
    ['other words', (d) => (d['description'] = 'What was voted.')],
    ['another order', (d) => d.required.reverse()],
  ])('%s', (_, change) => {
    expect(changesBy(change)).toEqual([]);
  });
});

describe('the published folder', () => {
  let folder: string;
  const contract = {
    type: 'review.vote.cast.v1',
    topic,
    summary: 'A vote.',
    data,
    example: { id: 'a', opinion: 'FOR', rows: [{ n: 1 }] },
  } as unknown as EventContract;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'published-'));
    await publish([contract], folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('holds what was published, byte for byte', async () => {
    expect(await difference([contract], folder)).toEqual({ breaking: [], unpublished: [] });
    expect(await readFile(join(folder, 'golden', 'review.vote.cast.v1.json'), 'utf8')).toBe(
      `${JSON.stringify(contract.example, null, 2)}\n`,
    );
    expect(await publish([contract], folder)).toEqual([]);
  });
  it('misses what is new, until it is published', async () => {
    const added = { ...contract, type: 'review.vote.counted.v1' } as EventContract;
    expect((await difference([contract, added], folder)).unpublished).toEqual(['review.vote.counted.v1: is new']);
    expect(await publish([contract, added], folder)).toEqual(['review.vote.counted.v1']);
  });
  it('notices a golden example that was changed by hand or by code', async () => {
    const other = { ...contract, example: { id: 'b', opinion: 'FOR', rows: [] } } as unknown as EventContract;
    expect((await difference([other], folder)).unpublished).toEqual([
      'review.vote.cast.v1: its example differs from its golden file',
    ]);
  });
  it('never overwrites with what breaks a reader', async () => {
    const broken = { ...contract, topic: 'hub.review.vote.v2' } as EventContract;
    expect((await difference([broken], folder)).breaking.join()).toMatch(
      /topic: changed.*make it version v2 beside this one/,
    );
    expect(await publish([broken], folder)).toEqual([]);
  });
  it('misses a type that vanished', async () => {
    expect((await difference([], folder)).breaking.join()).toMatch(/review\.vote\.cast\.v1: vanished/);
    expect(await readdir(join(folder, 'published'))).toHaveLength(1);
  });
});

describe('a contract by itself', () => {
  it('is told when its name, its topic or its example is wrong', () => {
    const wrong = {
      type: 'review.Vote.v1',
      topic: 'hub.other.case.v1',
      summary: 'No sentence',
      data,
      example: { id: '' },
    } as unknown as EventContract;
    const findings = contractFindings(wrong).join('\n');
    for (const part of [/a wire name is/, /its topic must be/, /must be a sentence/, /its example is not valid/])
      expect(findings).toMatch(part);
  });
  it('is right in every contract of the hub', () => {
    expect(contracts.flatMap(contractFindings)).toEqual([]);
  });
});
