import { join } from 'node:path';
import { dependencyFindings } from '../src/dependency-rules/check-dependencies.js';
import { repository } from '../src/workspace/packages.js';

/** A small monorepo in which every rule is broken once, and beside it what the rules must leave alone. */
const planted = join(repository, 'infra/checks/fixtures/planted');
let findings: string[];
const about = (path: string) =>
  findings.filter((finding) => finding.startsWith(path)).map((finding) => finding.slice(path.length));

beforeAll(async () => {
  findings = await dependencyFindings(planted);
});

describe('the dependency rules bite', () => {
  it.each([
    ['apps/review/src/app-to-app.ts', /apps must not import the service @hub\/application: react to its events/],
    ['apps/review/src/app-to-infra.store.ts', /apps must not import @hub\/local/],
    ['apps/review/src/testkit.store.ts', /@hub\/testkit is for tests only/],
    ['apps/review/src/leaves-the-package.ts', /outside its own package/],
    [
      'apps/review/src/undeclared.store.ts',
      /imports not-declared, which is not among the dependencies of @hub\/review/,
    ],
    ['apps/review/src/development.store.ts', /it is a devDependency/],
    ['apps/review/src/absolute.store.ts', /absolute path/],
    ['apps/review/src/broken.ts', /cannot be parsed/],
    ['apps/review/package.json', /must not depend on @hub\/application/],
    [
      'apps/application/package.json',
      /nothing imports never-imported: npm uninstall never-imported -w @hub\/application/,
    ],
    ['libs/contracts/src/index.ts', /contracts must know none of our packages, not even @hub\/decider/],
    ['libs/contracts/package.json', /must not depend on @hub\/decider/],
    ['libs/decider/package.json', /must not depend on @hub\/application/],
    ['infra/local/src/index.ts', /infra must not import the service @hub\/application: start it as a process/],
  ])('%s', (path, finding) => {
    expect(about(path).join('\n')).toMatch(finding);
  });

  it('on each import of a file', () => {
    expect(about('libs/decider/src/index.ts')).toHaveLength(2);
  });
});

describe('the pure core', () => {
  it.each([
    ['nest', /imports @nestjs\/common/],
    ['database', /imports @hub\/event-store/],
    ['files', /imports node:fs\/promises/],
    ['store', /imports the effects of \.\.\/case\.store\.js/],
    ['computed', /a module that is computed/],
    ['ids', /imports randomUUID of node:crypto/],
    ['package', /imports left/],
  ])('finds what %s.ts brings in', (name, finding) => {
    expect(about(`apps/review/src/impure/${name}.ts`).join('\n')).toMatch(finding);
  });

  it('finds the clock, chance, the environment, timers and the network without any import', () => {
    const uses = about('apps/review/src/impure/ambient.ts').map((finding) => finding.replace(/: move .*/, ''));
    expect(uses).toEqual([
      ':2: a pure file uses Date.now',
      ':3: a pure file uses new Date() without argument',
      ':4: a pure file uses Date()',
      ':5: a pure file uses Math.random',
      ':6: a pure file uses randomUUID',
      ':6: a pure file uses crypto',
      ':7: a pure file uses process',
      ':8: a pure file uses setTimeout',
      ':9: a pure file uses fetch',
      ':10: a pure file uses console',
      ':11: a pure file uses performance',
    ]);
  });

  it.each(['case.ts', 'case.store.ts', 'case.spec.ts'])('leaves %s alone', (name) => {
    expect(about(`apps/review/src/${name}`)).toEqual([]);
  });
  it.each(['apps/application/src', 'libs/event-store', 'libs/testkit'])('leaves %s alone', (path) => {
    expect(about(path)).toEqual([]);
  });
});
