import { violations } from '@hub/messaging';
import { formatCheckpoint, parseCheckpoint } from '@hub/tlog';
import { GroupCommit } from '../consume/group-commit.js';
import { recognise } from '../consume/recognise.js';
import { pageJson, startOfStream, streamEvent } from '../http/answers.js';
import { checkpointOf, countsOf } from './head.js';
import { reached } from './position.js';

describe('the signed head', () => {
  it('counts the records of each topic, and the counts read back', () => {
    const head = { size: 3, root: Buffer.alloc(32, 7), counts: { 'hub.b.b.v1': 1, 'hub.a.a.v1': 2 } };
    const text = formatCheckpoint(checkpointOf(head, 'hub.example/audit'));
    expect(text).toMatch(/^hub\.example\/audit\n3\n\S{44}\ncount hub\.a\.a\.v1 2\ncount hub\.b\.b\.v1 1\n$/);
    expect(countsOf(parseCheckpoint(text))).toEqual(head.counts);
  });
});

describe('positions', () => {
  it('are one a partition, the furthest', () => {
    const at = (partition: number, next: number) => ({ topic: 't', partition, next });
    expect(reached([at(0, 5), at(1, 2), at(0, 9), at(0, 7)])).toEqual([at(0, 9), at(1, 2)]);
  });
});

describe('committing in groups', () => {
  it('gathers what comes while a commit is under way, up to a weight', async () => {
    const commits: number[][] = [];
    let release = () => {};
    const group = new GroupCommit<number>(
      (items) => {
        commits.push([...items]);
        return new Promise((resolve) => (release = resolve));
      },
      5,
      (item) => item,
      setImmediate,
    );
    const done: number[] = [];
    const add = (item: number) => group.add(item).then(() => done.push(item));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const first = [add(1), add(2)];
    await turn();
    const second = [add(4), add(3), add(9), add(1)];
    expect(commits).toEqual([[1, 2]]);
    release();
    await Promise.all(first);
    await turn();
    expect(commits).toEqual([
      [1, 2],
      [4, 3],
    ]);
    release();
    await turn();
    release();
    await turn();
    release();
    await Promise.all(second);
    expect(commits).toEqual([[1, 2], [4, 3], [9], [1]]);
    expect(done).toEqual([1, 2, 4, 3, 9, 1]);
  });

  it('tells each caller of a commit that failed, and goes on', async () => {
    let attempts = 0;
    const group = new GroupCommit<number>(
      async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('away');
      },
      10,
      () => 1,
      setImmediate,
    );
    const outcomes = await Promise.allSettled([group.add(1), group.add(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await group.add(1);
    expect(attempts).toBe(2);
  });
});

describe('recognising a message', () => {
  const message = (headers: Record<string, string>, value: string | null, topic = 'hub.review.permit.v1') => ({
    topic,
    partition: 0,
    offset: '0',
    timestamp: '0',
    headers,
    value: value === null ? null : Buffer.from(value),
  });
  const headers = { ce_id: 'e', ce_type: 'review.permit.expired.v1' };
  const good = JSON.stringify({ permitId: 'p', baseId: 'b', applicationId: 'a' });

  it('takes what fits its contract, on its topic', () => {
    expect(recognise(message(headers, good), violations)).toEqual({ recognised: true });
  });

  it.each([
    ['no id', message({ ce_type: headers.ce_type }, good)],
    ['no type', message({ ce_id: 'e' }, good)],
    ['an unknown type', message({ ...headers, ce_type: 'x.y.z.v1' }, good)],
    ['no value', message(headers, null)],
    ['no JSON', message(headers, '{')],
    ['other data', message(headers, '{"permitId":5}')],
    ['a topic that is not its own', message(headers, good, 'hub.review.case.v1')],
  ])('does not take %s', (_, unfit) => {
    expect(recognise(unfit, violations)).toMatchObject({ recognised: false, reason: expect.stringMatching(/./) });
  });
});

describe('answers', () => {
  const record = { index: 7, entry: Buffer.from('{"a":1,\n"data":{"b":2}}') };

  it('hold entries as stored, and where the next page begins', () => {
    expect(pageJson([record], 1)).toBe('{"records":[{"index":7,"record":{"a":1,\n"data":{"b":2}}}],"next":7}');
    expect(JSON.parse(pageJson([record], 2))).toEqual({ records: [{ index: 7, record: { a: 1, data: { b: 2 } } }] });
  });

  it('stream one frame a record, whatever whitespace its data has', () => {
    expect(streamEvent(record)).toBe('id: 7\nevent: record\ndata: {"index":7,"record":{"a":1, "data":{"b":2}}}\n\n');
  });

  it('resume after the last event, or where the query says', () => {
    expect(startOfStream(undefined, -1)).toBe(0);
    expect(startOfStream('', 4)).toBe(5);
    expect(startOfStream('41', -1)).toBe(42);
    expect(startOfStream('x', -1)).toBeUndefined();
    expect(startOfStream('-1', -1)).toBeUndefined();
  });
});
