import { join, judged, png, utf8 } from './spec-files.js';

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
  const svg = (inner: string) => `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>\n`;
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
  const pdf = (inner: string, after = '') => `%PDF-1.7\n1 0 obj <<${inner}>> endobj\n%%EOF\n${after}`;
  test('is for people to review', () => {
    expect(judged(pdf('/Type /Catalog'), 'report.pdf')).toEqual(['pdf', 'review', 'content-not-checked']);
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
