import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCommand } from '../src/generate/command.js';
import { newEvent } from '../src/generate/event.js';
import { checkedName } from '../src/generate/names.js';
import { runCommand } from '../src/run/command.js';
import { repository } from '../src/workspace/packages.js';

/** A copy of one service and of the contracts, in which generated code is compiled for real. */
let root: string;
const copied = ['apps/application', 'libs/contracts'];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'generated-'));
  const withoutOutput = { recursive: true, filter: (path: string) => !/\/(dist|node_modules|\.turbo)$/.test(path) };
  for (const folder of copied) await cp(join(repository, folder), join(root, folder), withoutOutput);
  // Two packages of one name and version are one to the compiler: the copy needs a version of its own.
  const manifest = join(root, 'libs/contracts/package.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"0.1.0"', '"0.1.0-copy"'));
  await cp(join(repository, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'));
  const modules = join(root, 'node_modules');
  await mkdir(join(modules, '@hub'), { recursive: true });
  const link = (from: string, name: string) => symlink(from, join(modules, name));
  for (const name of await readdir(join(repository, 'node_modules'))) {
    if (name !== '@hub' && !name.startsWith('.')) await link(join(repository, 'node_modules', name), name);
  }
  for (const name of await readdir(join(repository, 'libs'))) {
    await link(join(name === 'contracts' ? root : repository, 'libs', name), `@hub/${name}`);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

const compiled = (folder: string) => runCommand('tsc', ['-p', join(root, folder)], root);
const text = (path: string) => readFile(join(root, path), 'utf8');

it('a generated command and a generated event are registered, and compile; the story fails until it is told', async () => {
  const lines = await newCommand(root, 'application', 'application', 'rename-project');
  expect(lines.join('\n')).toMatch(/registered in apps\/application\/src\/application\/commands\.ts/);
  expect(await text('apps/application/src/application/commands.ts')).toMatch(/ {2}renameProject,\n\] as const;/);

  await newEvent(root, 'application', 'application', 'project-renamed');
  expect(await text('libs/contracts/src/application/events.ts')).toMatch(
    / {2}ApplicationProjectRenamed,\n\] as const;/,
  );
  expect(await text('apps/application/src/application/application.published.ts')).toMatch(
    /case 'project-renamed':\n {6}return told\(ApplicationProjectRenamed, \{ applicationId \}\);/,
  );

  expect((await compiled('libs/contracts')).printed).toBe('');
  expect((await compiled('apps/application')).printed).toBe('');
  const story = await told('dist/src/application/rename-project.spec.js');
  expect(story.code).toBe(1);
  expect(story.printed).toMatch(/Tests: +2 failed, 2 total/);
}, 180_000);

function told(test: string) {
  const config = JSON.stringify({ transform: {}, testMatch: [`**/${test}`] });
  const jest = [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    join(repository, 'node_modules/jest/bin/jest.js'),
  ];
  const folder = join(root, 'apps/application');
  return runCommand('node', [...jest, '--config', config, '--rootDir', folder], folder);
}

it('nothing is generated over something, beside something, or under a name that is none', async () => {
  await expect(newCommand(root, 'application', 'application', 'withdraw')).rejects.toThrow(/exists already/);
  await expect(newEvent(root, 'application', 'application', 'withdrawn')).rejects.toThrow(/exists already/);
  await expect(newCommand(root, 'application', 'nowhere', 'go')).rejects.toThrow(
    /no aggregate in apps\/application\/src\/nowhere/,
  );
  expect(() => checkedName('SaveAnswers', 'the name')).toThrow(/small letters joined by hyphens/);
});
