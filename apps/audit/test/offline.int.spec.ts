import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@hub/event-store';
import { person, type ServiceUnderTest, testService } from '@hub/testkit';
import { decodeBundle, encodeBundle, formatVerifierKey } from '@hub/tlog';
import { Appender } from '../src/log/appender.store.js';
import { Heads } from '../src/log/heads.store.js';
import { auditService } from '../src/service.module.js';
import { newKey, tamper, testRecords } from './log-under-test.js';

const cli = join(import.meta.dirname, '../src/verify/main.js');
const { signer } = newKey();
const key = formatVerifierKey(signer);
const SIZE = 700;
let hub: ServiceUnderTest;
let folder: string;
let token: string;

function audit(...args: string[]): Promise<{ status: number; out: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { env: { ...process.env, NODE_OPTIONS: '', HUB_TOKEN: token } },
      (error, out, err) => resolve({ status: error ? Number(error.code) : 0, out: out + err }),
    );
  });
}
const pristine = () => join(folder, 'pristine');
const exportTo = (name: string) => audit('export', join(folder, name), '--url', hub.service.url);

/** A copy of the exported log, changed. */
async function changed(
  change: (path: (name: string) => string) => Promise<unknown>,
): Promise<{ status: number; out: string }> {
  const copy = join(folder, 'copy');
  await rm(copy, { recursive: true, force: true });
  await cp(pristine(), copy, { recursive: true });
  await change((name) => join(copy, name));
  return audit('verify', copy, '--key', key);
}

async function editEntries(file: string, edit: (entries: Uint8Array[]) => Uint8Array[]): Promise<void> {
  await writeFile(file, encodeBundle(edit([...decodeBundle(await readFile(file)).entries])));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-audit-'));
  hub = await testService(auditService({ signer, streamSeconds: 60 }));
  token = await hub.directory.token(person('odile', 'cnil', 'auditor'));
  const database = hub.service.app.get(Database);
  const [appender, heads] = [new Appender(database), new Heads(database, signer)];
  for (let from = 0; from < SIZE; from += 100) {
    const { head, first } = await appender.appendBatch(testRecords(100, from));
    heads.publish(head, first, () => {});
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await exportTo('pristine')).status).toBe(0);
}, 60_000);
afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true });
});

describe('verifying an exported log offline', () => {
  it('finds it intact with the key as text or file, and not with another key', async () => {
    const { status, out } = await audit('verify', pristine(), '--key', key);
    expect(out).toContain(`INTACT: every one of ${SIZE} records`);
    expect(out).not.toContain('remarks');
    expect(status).toBe(0);
    await writeFile(join(folder, 'key.txt'), `${key}\n`);
    expect((await audit('verify', pristine(), '--key', join(folder, 'key.txt'))).status).toBe(0);
    const stranger = await audit('verify', pristine(), '--key', formatVerifierKey(newKey().signer));
    expect(stranger).toMatchObject({ status: 1, out: expect.stringContaining('checkpoint-forged') });
  });

  it.each<[string, (path: (name: string) => string) => Promise<unknown>, string]>([
    [
      'an edited entry',
      (path) =>
        editEntries(path('tile/entries/001'), (entries) =>
          entries.with(
            44,
            Buffer.from(
              Buffer.from(entries[44] as Uint8Array)
                .toString()
                .replace('claire', 'nobody'),
            ),
          ),
        ),
      'entry-altered  tile/entries/001  entry 300 ',
    ],
    [
      'a deleted entry',
      (path) => editEntries(path('tile/entries/001'), (entries) => entries.toSpliced(44, 1)),
      'entry-missing  tile/entries/001  entry 300 is missing',
    ],
    [
      'swapped entries',
      (path) =>
        editEntries(path('tile/entries/001'), (entries) =>
          entries.with(1, entries[2] as Uint8Array).with(2, entries[1] as Uint8Array),
        ),
      'entry-moved  tile/entries/001  entry 257 holds what was recorded as entry 258',
    ],
    [
      'a truncated file',
      async (path) =>
        writeFile(path('tile/entries/001'), (await readFile(path('tile/entries/001'))).subarray(0, 9_000)),
      'entries-truncated  tile/entries/001  the file breaks off inside entry 2',
    ],
    [
      'a missing file',
      (path) => unlink(path('tile/entries/000')),
      'entries-missing  tile/entries/000  the file of entries 0 to 255 is missing',
    ],
    [
      'an edited tile',
      async (path) => writeFile(path('tile/0/001'), (await readFile(path('tile/0/001'))).fill(1, 320, 321)),
      'tile-altered  tile/0/001  hash 10 of the tile is not the signed one',
    ],
    ['a missing tile', (path) => unlink(path('tile/1/000.p/2')), 'tile-missing  tile/1/000.p/2'],
    [
      'a checkpoint that was changed',
      async (path) =>
        writeFile(
          path('checkpoint'),
          (await readFile(path('checkpoint'), 'utf8')).replace(
            'count hub.review.case.v1 700',
            'count hub.review.case.v1 701',
          ),
        ),
      'checkpoint-forged  checkpoint',
    ],
    ['no checkpoint', (path) => unlink(path('checkpoint')), 'checkpoint-missing  checkpoint'],
  ])('names %s', async (_, change, expected) => {
    const { status, out } = await changed(change);
    expect(out).toContain(expected);
    expect(status).toBe(1);
  });

  it('proves one record, now and later offline, and nothing else', async () => {
    const file = join(folder, 'one.tlog-proof');
    const proof = await audit('proof', 'e-300', '--url', hub.service.url, '--key', key);
    expect(proof).toMatchObject({
      status: 0,
      out: expect.stringContaining(`PROVEN: record 300 is in ${signer.name}, whose signed head counts ${SIZE}`),
    });
    await writeFile(file, (await audit('proof', '300', '--url', hub.service.url)).out);
    expect((await audit('check', file, '--key', key)).status).toBe(0);
    await writeFile(file, (await readFile(file, 'utf8')).replace('index 300', 'index 301'));
    expect(await audit('check', file, '--key', key)).toMatchObject({
      status: 1,
      out: expect.stringContaining('NOT PROVEN'),
    });
  });

  it('says what is missing of a request, and what the hub refuses', async () => {
    expect(await audit('verify', pristine())).toMatchObject({
      status: 2,
      out: expect.stringContaining('--key is missing'),
    });
    expect(await audit('nonsense')).toMatchObject({ status: 2, out: expect.stringContaining('audit verify DIR') });
    expect(await audit('proof', 'nobody', '--url', hub.service.url)).toMatchObject({
      status: 2,
      out: expect.stringContaining('404'),
    });
    expect(await audit('export', join(folder, 'x'), '--url', hub.service.url, '--token', 'wrong')).toMatchObject({
      status: 2,
      out: expect.stringContaining('401'),
    });
  });
});

describe('a database that was tampered with', () => {
  const edit = `convert_to(replace(convert_from(entry, 'UTF8'), 'claire', 'nobody'), 'UTF8')`;

  it('is found out in the next export: the entry, and whether its tile was touched too', async () => {
    expect(await tamper(hub.database.url, `UPDATE record SET entry = ${edit} WHERE index = 300`)).toBe(1);
    expect((await exportTo('edited')).status).toBe(0);
    const { status, out } = await audit('verify', join(folder, 'edited'), '--key', key);
    expect(out).toContain('entry-altered  tile/entries/001  entry 300 holds other bytes than were recorded');
    expect(out).toContain('TAMPERED: 1 findings');
    expect(status).toBe(1);
  });

  it('is found out when a record is deleted', async () => {
    await tamper(hub.database.url, 'DELETE FROM record WHERE index = 400');
    await exportTo('deleted');
    const { out } = await audit('verify', join(folder, 'deleted'), '--key', key);
    expect(out).toContain('entry-missing  tile/entries/001  entry 400 is missing');
    expect(out).toContain('entry 300 holds other bytes');
  });
});
