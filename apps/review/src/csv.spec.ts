import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it('quotes what would break the line, and nothing else', () => {
    expect(csvLine(['plain', 'a,b', 'say "yes"', 'two\r\nlines', 3, null])).toBe(
      'plain,"a,b","say ""yes""","two\r\nlines",3,\r\n',
    );
  });

  it.each(['=1+1', '+33 1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('lets no spreadsheet calculate %j', (cell) => {
    expect(csvLine([cell]).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves numbers numbers', () => {
    expect(csvLine([-1.5])).toBe('-1.5\r\n');
  });
});
