import { parseCsv } from './index.js';

describe('strict CSV', () => {
  test('keeps commas, quotes and line ends within quotes', () => {
    const parsed = parseCsv('a,b\r\n"x, ""y""\nz",2\r\n"",""\r\n');
    expect(parsed).toEqual({
      ok: true,
      table: {
        columns: ['a', 'b'],
        rows: [
          ['x, "y"\nz', '2'],
          ['', ''],
        ],
      },
    });
  });

  test('drops a byte order mark and takes other delimiters', () => {
    expect(parseCsv('\uFEFFa;b\n1,5;2', ';')).toEqual({
      ok: true,
      table: { columns: ['a', 'b'], rows: [['1,5', '2']] },
    });
  });

  test.each([
    ['', 1, 'empty'],
    ['a,b\n1,2\n3', 3, 'ragged-row'],
    ['a,b\n1,2,3', 2, 'ragged-row'],
    ['a,b\nx"y,2', 2, 'quote-in-unquoted-field'],
    ['a,b\n"x"y,2', 2, 'text-after-closing-quote'],
    ['a,b\n"x,2', 2, 'unclosed-quote'],
    ['a,b\n1,2\r3,4', 2, 'bare-carriage-return'],
    ['a,a\n1,2', 1, 'header-not-unique'],
    ['a,\n1,2', 1, 'header-not-unique'],
    ['a,b\n"x\ny",2\n3', 4, 'ragged-row'],
  ])('refuses %j', (text, line, why) => {
    expect(parseCsv(text)).toEqual({ ok: false, line, why });
  });
});
