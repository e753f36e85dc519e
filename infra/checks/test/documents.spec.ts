import { pageFindings, rows, withVersions } from '../src/documents/check-dependencies-page.js';
import { tableFindings, tableNames } from '../src/documents/check-environment.js';
import { environmentNames } from '../src/documents/environment-names.js';
import { listedProofs, parseList, titledProofs } from '../src/documents/requirement-list.js';
import { requirementsPage } from '../src/documents/requirements-page.js';
import type { SourceFile } from '../src/workspace/source-files.js';

describe('the page of dependencies', () => {
  const page =
    '| `pg` | the driver | MIT | 8.0.0 |\n| `gone` | was needed | MIT | 1.0.0 |\n| `bare` |  | MIT | 1.0.0 |';
  it('has a row for each package, and no other', () => {
    const versions = new Map([
      ['pg', '8.0.0'],
      ['bare', '1.0.0'],
      ['new', '1.0.0'],
    ]);
    expect(pageFindings(versions, rows(page))).toEqual([
      'new has no row in docs/dependencies.md: say why it is needed',
      'docs/dependencies.md has a row for gone, on which nothing depends',
      'docs/dependencies.md: the row of bare needs a reason, a licence and a version',
    ]);
  });
  it('says which version, and is brought up to date', () => {
    const versions = new Map([['pg', '9.0.0']]);
    expect(pageFindings(versions, rows(page)).join()).toMatch(/pg is at 9\.0\.0, not 8\.0\.0/);
    expect(withVersions(page, versions)).toMatch('| `pg` | the driver | MIT | 9.0.0 |');
  });
});

describe('environment variables', () => {
  it('are found however a source reads them', () => {
    const text = `const { HUB_A, HUB_B: b } = process.env;
      export function read(env: NodeJS.ProcessEnv) { return [env.HUB_C, env['HUB_D'], process.env.HUB_E, number('HUB_F', 1), other.HUB_G]; }`;
    expect(environmentNames('a.ts', text)).toEqual(['HUB_A', 'HUB_B', 'HUB_C', 'HUB_D', 'HUB_E', 'HUB_F']);
    expect(environmentNames('b.ts', `refuse('HUB_H'); fetch('GET');`)).toEqual([]);
  });
  it('have a row each, and each row a reader', () => {
    const readers = new Map([
      ['HUB_A', ['a.ts']],
      ['PATH', ['a.ts']],
    ]);
    expect(tableFindings(readers, tableNames('| `HUB_B` | what |'))).toEqual([
      'HUB_A (read in a.ts) has no row in docs/operations.md',
      'docs/operations.md has a row for HUB_B, which nothing reads',
    ]);
  });
});

describe('requirements', () => {
  const spec = (text: string) =>
    ({ package: { kind: 'apps', folder: 'review' }, path: 'src/case/vote.spec.ts', text }) as SourceFile;
  const list = parseList(
    '# words\nR1.0.1 | MUST | review | votes | case/vote.spec.ts # hides votes |\nR1.0.2 | MAY | portal | colours | | portal',
  );
  it('are proven by titles that carry their id', () => {
    const found = titledProofs([spec("it('[R1.0.1, R1.0.2] counts votes', () => {}); it('no id', () => {})")]);
    expect([...found]).toEqual([
      ['R1.0.1', [{ path: 'apps/review/src/case/vote.spec.ts', title: 'counts votes' }]],
      ['R1.0.2', [{ path: 'apps/review/src/case/vote.spec.ts', title: 'counts votes' }]],
    ]);
  });
  it('are proven by listed tests only while those exist', () => {
    const [votes] = list;
    if (!votes) throw new Error('the list is empty');
    expect(listedProofs(votes, [spec("it('hides votes of others')")]).proofs).toHaveLength(1);
    expect(listedProofs(votes, [spec("it('shows votes')")]).findings).toEqual([
      'R1.0.1: no test in a file …case/vote.spec.ts has a title with “hides votes”',
    ]);
  });
  it('say why, where there is no test', () => {
    const page = requirementsPage(list.map((requirement) => ({ requirement, proofs: [] })));
    expect(page).toMatch('| R1.0.2 | MAY | portal | colours | not yet: issue portal |');
  });
});
