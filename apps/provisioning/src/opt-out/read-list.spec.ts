import { instantIn, readLine } from './line.js';
import { type Numbered, readList } from './read-list.js';

const now = new Date('2026-03-02T09:00:00.000Z');
const given = '2026-01-31T09:30:00Z';

async function read(text: string, chunk = 7) {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const lines: Numbered[] = [];
  for await (const line of readList(chunks(), now)) lines.push(line);
  return lines;
}

describe('a line of the opt-out list', () => {
  it.each([
    [['1', '2026-01-31T09:30:00Z'], 'sound'],
    [['1', '2026-01-31T09:30:00+01:00', '2026-02-01T00:00:00.000Z'], 'sound'],
    [['1'], 'columns'],
    [['1', given, '', 'x'], 'columns'],
    [['', given], 'person-missing'],
    [[' 1', given], 'person-unclean'],
    [['1\u0007', given], 'person-unclean'],
    [['1'.repeat(201), given], 'person-unclean'],
    [['1', '31/01/2026'], 'given-not-an-instant'],
    [['1', '2026-01-31'], 'given-not-an-instant'],
    [['1', '2026-01-31T09:30:00'], 'given-not-an-instant'],
    [['1', '2026-02-30T09:30:00Z'], 'given-not-an-instant'],
    [['1', '2026-01-31T25:30:00Z'], 'given-not-an-instant'],
    [['1', given, 'later'], 'reversed-not-an-instant'],
    [['1', '2026-03-02T09:00:00.001Z'], 'given-ahead'],
    [['1', given, '2026-03-02T09:00:00.001Z'], 'reversed-ahead'],
    [['1', given, given], 'reversed-too-early'],
  ])('%j is %s', (cells, expected) => {
    const line = readLine(cells, now);
    expect(line.ok ? 'sound' : line.fault).toBe(expected);
  });

  it('has its instant in UTC', () => {
    expect(instantIn('2026-01-31T09:30:00+01:00')).toEqual(new Date('2026-01-31T08:30:00.000Z'));
  });
});

describe('the list as a file', () => {
  it('is read in whatever pieces it arrives, with either line end, quoted or not', async () => {
    const text = `\uFEFFperson,given,reversed\r\nÉ1,${given},\r\n\r\n"2","${given}","2026-02-01T00:00:00Z"`;
    for (const chunk of [1, 7, 1000]) {
      const lines = await read(text, chunk);
      expect(
        lines.map((line) => line.ok && [line.number, line.line.person, line.line.reversed?.getUTCMonth()]),
      ).toEqual([
        [2, 'É1', undefined],
        [4, '2', 1],
      ]);
    }
  });

  it('names the line of a fault, and reads on', async () => {
    const lines = await read(`person,given,reversed\n1,no\n2,${given}\n,${given}\n`);
    expect(lines.map((line) => [line.number, line.ok || line.fault])).toEqual([
      [2, 'given-not-an-instant'],
      [3, true],
      [4, 'person-missing'],
    ]);
  });

  it('without its header is not read at all', async () => {
    for (const text of ['', `1,${given},\n2,${given},\n`])
      expect(await read(text)).toEqual([{ ok: false, number: 1, fault: 'header' }]);
  });

  it('holds no line that never ends', async () => {
    const lines = await read(`person,given,reversed\n${'x'.repeat(100_000)}\n2,${given}\n`, 4096);
    expect(lines.map((line) => [line.number, line.ok || line.fault])).toEqual([
      [2, 'columns'],
      [3, true],
    ]);
  });
});
