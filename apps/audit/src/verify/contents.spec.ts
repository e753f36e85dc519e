import { recordOf } from '../record/record.js';
import { Contents } from './contents.js';

const entry = (id: string, version: number, value: string | Buffer = '{ "a": 1 }') =>
  recordOf(
    {
      topic: 'hub.review.case.v1',
      partition: 0,
      offset: '0',
      timestamp: '0',
      value: Buffer.from(value as string),
      headers: { ce_id: id, ce_type: 'review.case.opened.v1', ce_subject: 'case-1', ce_version: String(version) },
    },
    { recognised: true },
    new Date(0),
  ).entry;
const read = (entries: Uint8Array[], counted = entries.length) => {
  const contents = new Contents();
  entries.forEach(contents.visit);
  return contents.conclude({ 'hub.review.case.v1': counted }).map(({ detail }) => detail);
};

describe('what the records say', () => {
  it('is unremarkable where each event came once, in versions without gap, as counted', () => {
    expect(read([entry('a', 1), entry('b', 2), entry('c', 4), entry('d', 3)])).toEqual([]);
    // Bytes that are no UTF-8 are kept as base64.
    expect(read([entry('a', 1, Buffer.of(0x22, 0xff, 0x22)), entry('b', 2, `{"t":"${'x'.repeat(70_000)}"}`)])).toEqual(
      [],
    );
  });

  it('shows repetitions, gaps and other counts than were signed', () => {
    expect(read([entry('a', 1), entry('a', 2)])).toEqual(['entry 1 repeats the event a']);
    expect(read([entry('a', 1), entry('b', 1)])).toEqual(['entry 1 repeats version 1 of review.case/case-1']);
    expect(read([entry('a', 1), entry('b', 5)])).toEqual([
      'review.case/case-1: 3 versions were never recorded: 2, 3, 4',
    ]);
    expect(read([entry('a', 1)], 2)).toEqual(['hub.review.case.v1: 1 records, but the signed head counts 2']);
  });

  it('shows data that does not fit its hash, and what is no JSON', () => {
    const altered = Buffer.from(entry('a', 1).toString().replace('"a": 1', '"a": 2'));
    expect(read([altered])).toEqual(['entry 0 holds data that does not fit its data hash']);
    expect(read([Buffer.from('{')], 0)).toEqual(['entry 0 is not JSON']);
  });
});
