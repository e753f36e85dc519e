import { deflateRawSync } from 'node:zlib';
import { type FileLimits, fileCheck, runChecks } from './index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Kind, outcome and the codes of the reasons. */
function judged(bytes: Uint8Array | string, name: string, limits?: Partial<FileLimits>): string[] {
  const { kind, outcome, reasons } = fileCheck(
    typeof bytes === 'string' ? utf8(bytes) : bytes,
    name,
    limits,
  );
  return [kind, outcome, ...reasons.map(({ code }) => code)];
}

describe('a text file', () => {
  test('of comma, semicolon or tab separated values is a table, ready for the checks', () => {
    expect(judged('region,n\r\nNorth,40\r\n', 'counts.csv')).toEqual(['csv', 'pass']);
    expect(judged('region;n\nNorth;40\n', 'counts.csv')).toEqual(['csv', 'pass']);
    expect(judged('region\tn\nNorth\t40\n', 'counts.tsv')).toEqual(['tsv', 'pass']);
    const { table } = fileCheck(utf8('region,n\nNorth,4\n'), 'counts.csv');
    expect(table && runChecks(table).outcome).toBe('fail');
  });

  test('that is not strict CSV, or not a table, is for people', () => {
    expect(judged('region,n\nNorth,4,5\n', 'counts.csv')).toEqual([
      'text',
      'review',
      'not-strict-csv',
      'content-not-checked',
      'name-mismatch',
    ]);
    expect(judged('Results of the second wave', 'readme.txt')).toEqual([
      'text',
      'review',
      'content-not-checked',
    ]);
  });

  test('with a formula is reviewed; signed numbers are none', () => {
    expect(judged('region,n\nNorth,=1+1\n', 'counts.csv')).toEqual(['csv', 'review', 'formula']);
    expect(judged('region,n\nNorth,-1.5\nSouth,+2\nEast,-1e5\n', 'counts.csv')).toEqual([
      'csv',
      'pass',
    ]);
  });

  test('above the caps fails, in rows or in bytes', () => {
    expect(judged('a,b\n1,2\n3,4\n', 'x.csv', { maxRows: 1 })).toEqual([
      'csv',
      'fail',
      'too-many-rows',
    ]);
    expect(judged('a,b\n1,2\n3,4\n', 'x.csv', { maxBytes: 5 })).toEqual([
      'unknown',
      'fail',
      'too-large',
    ]);
  });
});

describe('a name', () => {
  test('never decides: a picture named as a table is a picture, and reviewed for it', () => {
    expect(judged(png(), 'counts.csv')).toEqual([
      'png',
      'review',
      'content-not-checked',
      'name-mismatch',
    ]);
  });
  test.each(['../counts.csv', 'a/counts.csv', 'counts\u202Evsc.csv', '', '..'])(
    'of %j is not safe',
    (name) => {
      expect(judged('a,b\n1,2\n', name)).toContain('unsafe-name');
    },
  );
});

describe('what is not known fails', () => {
  test.each([
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
    ['HTML', utf8('<!doctype html><p>hello')],
    ['a zip that is no workbook', zip({ 'data.csv': 'a,b' })],
  ])('%s', (_, bytes) => {
    expect(judged(bytes, 'results.bin').slice(0, 2)).toEqual(['unknown', 'fail']);
  });
  test('and so does nothing at all', () => {
    expect(judged('', 'x.csv')).toEqual(['unknown', 'fail', 'empty']);
  });
});

describe('a PNG', () => {
  test('is for people to review', () => {
    expect(judged(png(), 'plot.png')).toEqual(['png', 'review', 'content-not-checked']);
  });
  test('with Exif or text carries metadata', () => {
    expect(judged(png('eXIf'), 'plot.png')).toContain('metadata');
    expect(judged(png('tEXt'), 'plot.png')).toContain('metadata');
  });
  test('with something after its end, or cut short, fails', () => {
    expect(judged(join(png(), utf8('id,name')), 'plot.png')).toEqual([
      'png',
      'fail',
      'content-not-checked',
      'trailing-data',
    ]);
    expect(judged(png().slice(0, -4), 'plot.png')).toEqual(['png', 'fail', 'malformed']);
  });
});

describe('an SVG', () => {
  const svg = (inner: string) =>
    `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>\n`;
  test('of shapes is for people to review', () => {
    expect(judged(svg('<path d="M0 0"/><use href="#a"/>'), 'plot.svg')).toEqual([
      'svg',
      'review',
      'content-not-checked',
    ]);
  });
  test.each([
    ['<script>1</script>', 'script'],
    ['<path onclick="x()"/>', 'script'],
    ['<a href="&#106;avascript:x()"/>', 'script'],
    ['<a href="java&#10;script:x()"/>', 'script'],
    ['<foreignObject/>', 'script'],
    ['<image href="https://example.org/a.png"/>', 'external-reference'],
    ['<style>@import "a.css"</style>', 'external-reference'],
    ['<image href="data:text/csv;base64,YQ=="/>', 'embedded-file'],
  ])('with %s fails', (inner, code) => {
    expect(judged(svg(inner), 'plot.svg').slice(0, 2)).toEqual(['svg', 'fail']);
    expect(judged(svg(inner), 'plot.svg')).toContain(code);
  });
});

describe('a PDF', () => {
  const pdf = (inner: string, after = '') =>
    `%PDF-1.7\n1 0 obj <<${inner}>> endobj\n%%EOF\n${after}`;
  test('is for people to review', () => {
    expect(judged(pdf('/Type /Catalog'), 'report.pdf')).toEqual([
      'pdf',
      'review',
      'content-not-checked',
    ]);
  });
  test.each([
    [pdf('/JavaScript (x)'), 'script'],
    [pdf('/J#61vaScript (x)'), 'script'],
    [pdf('/EmbeddedFiles'), 'embedded-file'],
    [pdf('/Encrypt 2 0 R'), 'encrypted'],
    [pdf('', 'id,name\n'.repeat(9)), 'trailing-data'],
    ['%PDF-1.7', 'malformed'],
  ])('%j fails', (text, code) => {
    expect(judged(text, 'report.pdf').slice(0, 2)).toEqual(['pdf', 'fail']);
    expect(judged(text, 'report.pdf')).toContain(code);
  });
});

describe('a workbook', () => {
  const book = (more: Record<string, string> = {}) =>
    zip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"/><row r="2"/></sheetData></worksheet>',
      ...more,
    });

  test('is for people to review', () => {
    expect(judged(book(), 'counts.xlsx')).toEqual(['xlsx', 'review', 'content-not-checked']);
  });
  test.each([
    ['xl/vbaProject.bin', 'x', 'macros'],
    ['xl/macrosheets/sheet1.xml', '<x/>', 'macros'],
    ['xl/embeddings/oleObject1.bin', 'x', 'embedded-file'],
    ['xl/externalLinks/externalLink1.xml', '<x/>', 'external-reference'],
    ['xl/pivotCache/pivotCacheRecords1.xml', '<x/>', 'pivot-cache'],
    ['xl/workbook.xml', '<sheets><sheet state="hidden" name="A"/></sheets>', 'hidden-sheet'],
    ['xl/workbook2.xml', '<sheets><sheet name="A" state="veryHidden"/></sheets>', 'hidden-sheet'],
    ['xl/workbook.xml', '<sheets><sheet state="&#104;idden"/></sheets>', 'hidden-sheet'],
    ['xl/a/../../b.xml', '<x/>', 'malformed'],
  ])('with %s %s fails', (name, content, code) => {
    expect(judged(book({ [name]: content }), 'counts.xlsx').slice(0, 2)).toEqual(['xlsx', 'fail']);
    expect(judged(book({ [name]: content }), 'counts.xlsx')).toContain(code);
  });
  test('with hidden rows is reviewed for it', () => {
    const hidden = book({
      'xl/worksheets/sheet1.xml': '<sheetData><row r="1" hidden="1"/></sheetData>',
    });
    expect(judged(hidden, 'counts.xlsx')).toEqual([
      'xlsx',
      'review',
      'content-not-checked',
      'hidden-cells',
    ]);
  });
  test('counts its rows against the cap', () => {
    expect(judged(book(), 'counts.xlsx', { maxRows: 1 })).toContain('too-many-rows');
  });
  test('that swells once opened, or lies about its size, is not opened', () => {
    const bomb = book({ 'xl/worksheets/sheet1.xml': '<row/>'.repeat(200_000) });
    expect(judged(bomb, 'counts.xlsx')).toEqual(['xlsx', 'fail', 'archive-bounds']);
    expect(judged(book(), 'counts.xlsx', { maxArchiveEntries: 2 })).toContain('archive-bounds');
    expect(
      judged(
        zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '<x/>'.repeat(99) }, 10),
        'counts.xlsx',
      ),
    ).toContain('malformed');
  });
  test('with bytes between its directory and its end is refused', () => {
    const bytes = book();
    const stuffed = join(bytes.slice(0, -22), utf8('id,name'), bytes.slice(-22));
    expect(judged(stuffed, 'counts.xlsx')).toEqual(['unknown', 'fail', 'malformed']);
  });
  test('joined with another file, before or after, is refused', () => {
    expect(judged(join(utf8('id,name\n'), book()), 'counts.xlsx')).toEqual([
      'unknown',
      'fail',
      'unknown-type',
    ]);
    expect(judged(join(book(), utf8('id,name')), 'counts.xlsx')).toEqual([
      'unknown',
      'fail',
      'malformed',
    ]);
  });
});

test('Parquet is known by both its ends', () => {
  expect(judged('PAR1....1234PAR1', 'a.parquet')).toEqual([
    'parquet',
    'review',
    'content-not-checked',
  ]);
  expect(judged('PAR1....1234', 'a.parquet')).toEqual(['parquet', 'fail', 'malformed']);
});

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function png(extra?: string): Uint8Array {
  const chunk = (type: string, data: number[] = []) =>
    Uint8Array.from([0, 0, 0, data.length, ...utf8(type), ...data, 0, 0, 0, 0]);
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return join(
    signature,
    header,
    ...(extra ? [chunk(extra, [1, 2])] : []),
    chunk('IDAT', [0]),
    chunk('IEND'),
  );
}

/** @param claimed uncompressed size written in the directory in place of the true one */
function zip(files: Record<string, string>, claimed?: number): Uint8Array {
  const u16 = (n: number) => [n & 255, n >> 8];
  const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
  const local: number[] = [];
  const directory: number[] = [];
  for (const [name, content] of Object.entries(files)) {
    const title = [...utf8(name)];
    const data = [...deflateRawSync(utf8(content))];
    const sizes = [
      ...u32(0),
      ...u32(data.length),
      ...u32(claimed ?? content.length),
      ...u16(title.length),
      ...u16(0),
    ];
    const common = [...u16(20), ...u16(0), ...u16(8), ...u32(0), ...sizes];
    directory.push(
      ...u32(0x02014b50),
      ...u16(20),
      ...common,
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(local.length),
      ...title,
    );
    local.push(...u32(0x04034b50), ...common, ...title, ...data);
  }
  const count = u16(Object.keys(files).length);
  const end = [
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...count,
    ...count,
    ...u32(directory.length),
    ...u32(local.length),
    ...u16(0),
  ];
  return Uint8Array.from([...local, ...directory, ...end]);
}
