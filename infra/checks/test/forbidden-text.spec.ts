import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textFindings } from '../src/forbidden-text/check-text.js';
import { everywhere, ofThisMachine } from '../src/forbidden-text/patterns.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forbidden-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const findingsIn = async (text: string, name = 'file.ts', forbidden = everywhere) => {
  await writeFile(join(folder, name), text);
  return textFindings(folder, [name], forbidden);
};
const repeated = (letters: string, times: number) => letters.repeat(times);

describe('text that must not be committed is found', () => {
  // Put together here, so that this file itself holds none of it.
  it.each([
    ['a home folder', `const a = '${['', 'home', 'ann', 'hub'].join('/')}';`],
    ['a home folder of a Mac', `${['', 'Users', 'ann', 'hub'].join('/')}`],
    ['a private address', `http:${'//10.1'}.2.3/npm`],
    ['a registry token', `//host/:_auth${'Token'}=abc`],
    ['an npm token', `npm${'_'}${repeated('a1', 18)}`],
    ['a token of a code host', `gh${'p_'}${repeated('Ab1', 12)}`],
    ['a cloud key', `AK${'IA'}${repeated('A1', 8)}`],
    ['a signed token', [`ey${'J'}${repeated('a', 30)}`, `ey${'J'}${repeated('b', 30)}`, repeated('c', 30)].join('.')],
    ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\n${repeated('Ab', 32)}`],
  ])('%s', async (_, text) => {
    expect(await findingsIn(`first line\n${text}\n`)).toEqual([expect.stringMatching(/^file\.ts:2: /)]);
  });

  it('an address of a registry in the lock file, and only there', async () => {
    const line = '{ "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz" }';
    expect(await findingsIn(line, 'package-lock.json')).toEqual(['package-lock.json:1: the address of a registry']);
    expect(await findingsIn(line, 'other.json')).toEqual([]);
  });
  it('what this machine could have left behind', async () => {
    const mine = ofThisMachine('/srv/clones/hub', ['hub', 'notes'], 'https://packages.example.org/npm/');
    expect(await findingsIn('see /srv/clones/notes/a.md', 'a.md', mine)).toEqual([
      'a.md:1: a path of this machine (notes)',
    ]);
    expect(await findingsIn('from packages.example.org', 'b.md', mine)).toEqual(['b.md:1: the host of a registry']);
    expect(await findingsIn('/srv/clones/notebook, registry.npmjs.org', 'c.md', mine)).toEqual([]);
  });
  it('but not in what a program reads', async () => {
    expect(await findingsIn('http://127.0.0.1:8080 /home/node/app /tmp/x sk-short eyJ', 'd.ts')).toEqual([]);
    expect(await findingsIn(`\0${['', 'home', 'ann', 'hub'].join('/')}`, 'picture.png')).toEqual([]);
  });
});
