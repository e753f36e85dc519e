import { join, judged, utf8, zip } from './spec-files.js';

describe('a workbook', () => {
  const book = (more: Record<string, string> = {}) =>
    zip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"/><row r="2"/></sheetData></worksheet>',
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
    expect(judged(hidden, 'counts.xlsx')).toEqual(['xlsx', 'review', 'content-not-checked', 'hidden-cells']);
  });
  test('counts its rows against the cap', () => {
    expect(judged(book(), 'counts.xlsx', { maxRows: 1 })).toContain('too-many-rows');
  });
  test('that swells once opened, or lies about its size, is not opened', () => {
    const bomb = book({ 'xl/worksheets/sheet1.xml': '<row/>'.repeat(200_000) });
    expect(judged(bomb, 'counts.xlsx')).toEqual(['xlsx', 'fail', 'archive-bounds']);
    expect(judged(book(), 'counts.xlsx', { maxArchiveEntries: 2 })).toContain('archive-bounds');
    expect(
      judged(zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '<x/>'.repeat(99) }, 10), 'counts.xlsx'),
    ).toContain('malformed');
  });
  test('with bytes between its directory and its end is refused', () => {
    const bytes = book();
    const stuffed = join(bytes.slice(0, -22), utf8('id,name'), bytes.slice(-22));
    expect(judged(stuffed, 'counts.xlsx')).toEqual(['unknown', 'fail', 'malformed']);
  });
  test('joined with another file, before or after, is refused', () => {
    expect(judged(join(utf8('id,name\n'), book()), 'counts.xlsx')).toEqual(['unknown', 'fail', 'unknown-type']);
    expect(judged(join(book(), utf8('id,name')), 'counts.xlsx')).toEqual(['unknown', 'fail', 'malformed']);
  });
});
