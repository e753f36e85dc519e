import { chartFaults } from './chart-spec.js';

const columns = ['sex', 'n'];
const bar = {
  mark: 'bar',
  encoding: { x: { field: 'sex', type: 'nominal' }, y: { field: 'n', type: 'quantitative', aggregate: 'sum' } },
};

describe('a chart', () => {
  it('is a mark and encodings over the columns of a result', () => {
    expect(chartFaults(bar, columns)).toEqual([]);
    expect(chartFaults({ ...bar, mark: { type: 'line', point: true }, width: 400, title: 'Persons' }, columns)).toEqual(
      [],
    );
    expect(chartFaults({ ...bar, encoding: { x: { field: 'nir' } } }, columns)).toEqual([
      'encoding.x.field is not a column of the result',
    ]);
  });

  it.each([
    ['data from elsewhere', { ...bar, data: { url: 'http://example.org' } }],
    ['a transform', { ...bar, transform: [{ calculate: 'now()', as: 'x' }] }],
    ['a parameter', { ...bar, params: [{ name: 'p', expr: '1' }] }],
    ['an image', { ...bar, mark: { type: 'image', url: 'http://example.org' } }],
    ['a link', { ...bar, mark: { type: 'bar', href: 'http://example.org' } }],
    ['a link channel', { ...bar, encoding: { ...bar.encoding, href: { field: 'sex' } } }],
    ['an expression for a value', { ...bar, encoding: { ...bar.encoding, color: { value: { expr: 'x' } } } }],
    ['a condition', { ...bar, encoding: { ...bar.encoding, color: { condition: { test: 'true', value: 'red' } } } }],
    ['a layer', { layer: [bar] }],
    ['a configuration', { ...bar, config: { background: 'url(x)' } }],
    ['a giant picture', { ...bar, width: 1e9 }],
    ['no object', 'bar'],
  ])('cannot have %s', (_, spec) => {
    expect(chartFaults(spec, columns)).not.toEqual([]);
  });
});
