import { decodeBundle, encodeBundle } from '../entry-bundle.js';
import { formatVerifierKey, parseVerifierKey } from '../note-key.js';
import { StoredLog, testEntries, testSigner } from '../stored-log.fixture.js';
import { verifyLog } from './verify-log.js';

const signer = testSigner('hub.example/audit');
const key = parseVerifierKey(formatVerifierKey(signer));
const SIZE = 66_000; // Three levels, the last tiles of level 0 and 1 partial.
const pristine = new StoredLog(signer).append(testEntries(SIZE));

function copy(): StoredLog {
  const log = new StoredLog(signer);
  for (const [path, bytes] of pristine.files) log.files.set(path, Buffer.from(bytes));
  return log;
}

function editBundle(log: StoredLog, path: string, edit: (entries: Uint8Array[]) => Uint8Array[]): void {
  const { entries } = decodeBundle(log.files.get(path) as Uint8Array);
  log.files.set(path, encodeBundle(edit([...entries])));
}

const findings = async (log: StoredLog) => {
  const report = await verifyLog(log, key);
  expect(report.intact).toBe(report.findings.length === 0);
  return report.findings.map(({ kind, path, index, lastIndex }) =>
    [kind, path, index, lastIndex].filter((part) => part !== undefined).join(' '),
  );
};

describe('verifying a whole log offline', () => {
  it('finds an untouched log intact, at whatever size', async () => {
    for (const size of [0, 1, 2, 255, 256, 257, 300, 512, 65_536]) {
      const log = new StoredLog(signer).append(testEntries(size));
      const report = await verifyLog(log, key);
      expect(report).toMatchObject({ intact: true, signed: true, entries: size, findings: [] });
    }
    expect(await verifyLog(pristine, key)).toMatchObject({ intact: true, checkpoint: { size: SIZE } });
  });

  it('hands each stored entry over with its place', async () => {
    const seen: string[] = [];
    await verifyLog(new StoredLog(signer).append(testEntries(300)), key, {
      visit: (entry, index) => seen.push(`${index} ${Buffer.from(entry).toString()}`),
    });
    expect(seen[299]).toBe('299 entry 299');
    expect(seen).toHaveLength(300);
  });

  it('names an edited entry, and only it', async () => {
    const log = copy();
    editBundle(log, 'tile/entries/003', (entries) => entries.with(5, Buffer.from('forged')));
    expect(await findings(log)).toEqual(['entry-altered tile/entries/003 773']);
  });

  it('names an edited entry in the partial bundle at the end', async () => {
    const log = copy();
    const path = 'tile/entries/257.p/208';
    editBundle(log, path, (entries) => entries.with(207, Buffer.from('forged')));
    expect(await findings(log)).toEqual([`entry-altered ${path} 65999`]);
  });

  it('names deleted entries, in the middle, at the end, and several', async () => {
    const log = copy();
    editBundle(log, 'tile/entries/003', (entries) => entries.toSpliced(5, 1));
    editBundle(log, 'tile/entries/004', (entries) => entries.slice(0, -2));
    editBundle(log, 'tile/entries/005', (entries) => entries.toSpliced(9, 2).toSpliced(0, 1));
    expect(await findings(log)).toEqual([
      'entry-missing tile/entries/003 773',
      'entry-missing tile/entries/004 1278 1279',
      'entry-missing tile/entries/005 1280',
      'entry-missing tile/entries/005 1289 1290',
    ]);
  });

  it('says which entry was removed when the rest moved up across files', async () => {
    const log = new StoredLog(signer).append(testEntries(600));
    const shifted = testEntries(600).toSpliced(100, 1);
    log.files.set('tile/entries/000', encodeBundle(shifted.slice(0, 256)));
    log.files.set('tile/entries/001', encodeBundle(shifted.slice(256, 512)));
    log.files.set('tile/entries/002.p/88', encodeBundle(shifted.slice(512)));
    const report = await verifyLog(log, key);
    expect(report.findings.map(({ kind, index, lastIndex }) => [kind, index, lastIndex])).toEqual([
      ['entry-moved', 100, 511],
      ['entry-missing', 512, undefined],
    ]);
    expect(report.findings[0]?.detail).toContain('1 before them were removed');
  });

  it('names an inserted entry, and swapped ones even across files', async () => {
    const log = copy();
    editBundle(log, 'tile/entries/003', (entries) => entries.toSpliced(5, 0, Buffer.from('forged')));
    editBundle(log, 'tile/entries/010', (entries) => entries.with(0, Buffer.from('entry 30000')));
    editBundle(log, 'tile/entries/117', (entries) => entries.with(30_000 - 117 * 256, Buffer.from('entry 2560')));
    const report = await verifyLog(log, key);
    expect(report.findings.map(({ detail }) => detail)).toEqual([
      'entry 773 was added',
      'entry 2560 holds what was recorded as entry 30000',
      'entry 30000 holds what was recorded as entry 2560',
    ]);
  });

  it('names missing and cut-off files', async () => {
    const log = copy();
    log.files.delete('tile/entries/007');
    log.files.set('tile/entries/008', (log.files.get('tile/entries/008') as Uint8Array).subarray(0, 1001));
    log.files.delete('tile/0/009');
    log.files.set('tile/1/000', (log.files.get('tile/1/000') as Uint8Array).subarray(0, 100));
    const found = await findings(log);
    expect(found).toEqual([
      'tile-missing tile/0/009',
      'tile-truncated tile/1/000',
      'entries-missing tile/entries/007 1792 2047',
      'entries-truncated tile/entries/008 2131',
      'entry-missing tile/entries/008 2131 2303',
    ]);
  });

  it('names an edited tile at each level, the entries being intact', async () => {
    for (const [path, index] of [
      ['tile/0/003', 768],
      ['tile/0/257.p/208', 65_792],
      ['tile/1/000', undefined],
      ['tile/1/001.p/1', undefined],
      ['tile/2/000.p/1', undefined],
    ] as const) {
      const log = copy();
      (log.files.get(path) as Uint8Array)[31] = 0x77;
      expect(await findings(log)).toEqual([`tile-altered ${path}${index === undefined ? '' : ` ${index}`}`]);
    }
  });

  it('tells an edited tile from an edited entry elsewhere', async () => {
    const log = copy();
    (log.files.get('tile/1/000') as Uint8Array)[31] = 0x77;
    editBundle(log, 'tile/entries/003', (entries) => entries.with(5, Buffer.from('forged')));
    expect(await findings(log)).toEqual(['tile-altered tile/1/000', 'entry-altered tile/entries/003 773']);
  });

  it('narrows an entry rewritten together with its tile to that tile', async () => {
    const log = copy();
    const forged = new StoredLog(signer).append(testEntries(SIZE).with(773, Buffer.from('forged')));
    for (const path of ['tile/entries/003', 'tile/0/003']) log.files.set(path, forged.files.get(path) as Uint8Array);
    expect(await findings(log)).toEqual(['subtree-rewritten tile/0/003 768 1023']);
  });

  it('bounds a log rewritten from end to end by earlier signed heads', async () => {
    const heads = [100, 700, 800, 60_000].map((size) => new StoredLog(signer).append(testEntries(size)).head());
    const log = new StoredLog(signer).append(testEntries(SIZE).with(773, Buffer.from('forged')));
    log.files.set('checkpoint', pristine.files.get('checkpoint') as Uint8Array);
    const report = await verifyLog(log, key, { earlier: heads });
    expect(report.findings).toMatchObject([{ kind: 'tree-rewritten', path: 'checkpoint', index: 700, lastIndex: 799 }]);
    expect(await findings(log)).toEqual(['tree-rewritten checkpoint']);
  });

  it('finds a missing, forged, foreign or replaced checkpoint', async () => {
    const log = copy();
    log.files.delete('checkpoint');
    expect(await findings(log)).toEqual(['checkpoint-missing checkpoint']);
    log.files.set('checkpoint', Buffer.from('nonsense'));
    expect(await findings(log)).toEqual(['checkpoint-malformed checkpoint']);
    const stranger = new StoredLog(testSigner('hub.example/audit')).append(testEntries(SIZE));
    expect(await findings(stranger)).toEqual(['checkpoint-forged checkpoint']);
    const note = Buffer.from(pristine.files.get('checkpoint') as Uint8Array).toString();
    log.files.set('checkpoint', Buffer.from(note.replace('\n66000\n', '\n65999\n')));
    expect(await findings(log)).toContain('checkpoint-forged checkpoint');
  });

  it('finds a log cut back to fewer entries than were signed', async () => {
    const log = new StoredLog(signer).append(testEntries(300));
    const shorter = new StoredLog(signer).append(testEntries(290));
    shorter.files.set('checkpoint', log.files.get('checkpoint') as Uint8Array);
    const found = await findings(shorter);
    expect(found).toContain('entries-missing tile/entries/001.p/44 256 299');
    expect(found).toContain('tile-missing tile/0/001.p/44');
  });
});
