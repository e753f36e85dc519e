import { withoutTable } from '../src/permissions/check-permissions.js';

const decide = () => [];
const aggregate = { name: 'case', initial: { status: 'ABSENT' }, evolve: () => ({}), relations: () => [] };
const slice = (name: string) => ({ name, by: ['lead'], in: ['ABSENT'], decide });
const table = {
  of: 'case',
  text: 'The permissions of: case.\n\nCOMMANDS\n  open-case, redirect,   ABSENT   lead\n  close-late\n',
};

describe('tables of permissions', () => {
  it('know every aggregate and every command that the modules export', () => {
    const exported = [aggregate, slice('open-case'), slice('redirect'), slice('close-late'), 'text', undefined, decide];
    expect(withoutTable(exported, [table])).toEqual([]);
  });

  it('fail for a command without a row and an aggregate without a table', () => {
    expect(withoutTable([aggregate, slice('open'), slice('close')], [table])).toEqual([
      expect.stringContaining('the command open is in no permissions.txt'),
      expect.stringContaining('the command close is in no permissions.txt'),
    ]);
    expect(withoutTable([{ ...aggregate, name: 'permit' }], [table])).toEqual([
      expect.stringContaining('the aggregate permit has no permissions.txt'),
    ]);
  });
});
