import { contracts } from '@hub/contracts';
import { actionOf } from './action.js';
import { type EntryFacts, recordOf } from './record.js';
import { sortOut } from './sort-out.js';
import { gapsIn, versionsToLookUp } from './version-gaps.js';

const now = new Date('2026-03-02T09:00:00.000Z');
const record = (id: string, value = '{}', version = 1) =>
  recordOf(
    {
      topic: 'hub.review.case.v1',
      partition: 0,
      offset: '0',
      timestamp: '0',
      value: Buffer.from(value),
      headers: { ce_id: id, ce_type: 'review.case.opened.v1', ce_subject: 'case-1', ce_version: String(version) },
    },
    { recognised: true },
    now,
  );
const ids = (records: readonly { facts: EntryFacts }[]) => records.map(({ facts }) => facts.eventId);

describe('the nature of an operation', () => {
  it.each([
    ['review.permit.granted.v1', 'create'],
    ['application.application.answers-saved.v1', 'update'],
    ['application.application.deleted.v1', 'delete'],
    ['provisioning.export.downloaded.v1', 'read'],
    ['review.case.vote-cast.v1', 'execute'],
    ['nonsense', 'execute'],
    ['', 'execute'],
  ])('%s is to %s', (type, action) => {
    expect(actionOf(type)).toBe(action);
  });

  it('is given for every contract', () => {
    for (const { type } of contracts)
      expect(['create', 'read', 'update', 'delete', 'execute']).toContain(actionOf(type));
  });
});

describe('sorting out what came again', () => {
  it('keeps the first of each event, in order', () => {
    const sorted = sortOut([record('a'), record('b'), record('a'), record('c')], new Map([['b', record('b').facts]]));
    expect(ids(sorted.fresh)).toEqual(['a', 'c']);
    expect(sorted.duplicates).toBe(2);
    expect(sorted.conflicting).toEqual([]);
  });

  it('keeps other content under a taken id beside it', () => {
    const known = new Map([['a', record('a').facts]]);
    for (const other of [record('a', '{"x":1}'), record('a', '{}', 2)]) {
      const sorted = sortOut([other], known);
      expect(sorted.fresh).toEqual([]);
      expect(sorted.conflicting[0]?.facts.outcome).toBe('conflicting');
    }
  });
});

describe('gaps in the versions of an object', () => {
  const of = (...versions: number[]) => versions.map((version) => record(`e${version}`, '{}', version).facts);

  it('are none where versions follow one another, from the first or from what is known', () => {
    expect(gapsIn(of(1, 2, 3), new Map())).toEqual([]);
    expect(gapsIn(of(8, 9), new Map([['review.case/case-1', 7]]))).toEqual([]);
  });

  it('are found in the middle and at the beginning, once', () => {
    const object = { objectType: 'review.case', objectId: 'case-1' };
    expect(gapsIn(of(3, 4, 7), new Map())).toEqual([
      { ...object, first: 1, last: 2 },
      { ...object, first: 5, last: 6 },
    ]);
    const latest = new Map([['review.case/case-1', 2]]);
    expect(gapsIn(of(5), latest)).toEqual([{ ...object, first: 3, last: 4 }]);
    expect(gapsIn(of(6), latest)).toEqual([]);
  });

  it('need what is known of objects that neither begin in the batch nor were met before', () => {
    expect(versionsToLookUp(of(1, 2), new Map())).toEqual([]);
    expect(versionsToLookUp(of(2, 1), new Map())).toEqual([{ type: 'review.case', id: 'case-1', version: 2 }]);
    expect(versionsToLookUp(of(2, 3), new Map([['review.case/case-1', 1]]))).toEqual([]);
  });

  it('are not made by a late arrival', () => {
    expect(gapsIn(of(2), new Map([['review.case/case-1', 9]]))).toEqual([]);
  });
});
