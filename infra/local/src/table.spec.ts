import { table } from './table.js';

it('pads columns to their widest cell', () => {
  expect(
    table(
      ['name', 'role'],
      [
        ['a', 'auditor'],
        ['president', ''],
      ],
    ),
  ).toBe(['  name       role', '  ---------  -------', '  a          auditor', '  president'].join('\n'));
});
