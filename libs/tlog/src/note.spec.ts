import { formatCheckpoint, openCheckpoint, parseCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.js';
import { emptyRoot, leafHash } from './hash.js';
import { openNote, parseNote, signNote } from './note.js';
import { formatVerifierKey, parseVerifierKey, signerFromPem } from './note-key.js';
import { inclusionProof } from './proofs.js';
import { StoredLog, testEntries, testSigner } from './stored-log.fixture.js';
import { formatProof, parseProof, verifyProof } from './tlog-proof.js';

// Published with Go's sumdb/note; the private half is public too, and signs nothing else.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const PETER_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER_NOTE = `${PETER_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const pem = (seed: Buffer) => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
};
const code = (value: string) => expect.objectContaining({ code: value });

describe('signed notes', () => {
  const peter = parseVerifierKey(PETER);

  it('verify what Go signed, and sign byte for byte the same', () => {
    expect(openNote(PETER_NOTE, [peter])).toEqual({ text: PETER_TEXT, signedBy: [peter] });
    expect(openNote(Buffer.from(PETER_NOTE), [peter]).text).toBe(PETER_TEXT);
    const signer = signerFromPem('PeterNeumann', pem(PETER_SEED));
    expect(signNote(PETER_TEXT, [signer])).toBe(PETER_NOTE);
    expect(formatVerifierKey(signer)).toBe(PETER);
  });

  it('refuse an altered text or signature, also beside a good one', () => {
    expect(() => openNote(PETER_NOTE.replace('know', 'knew'), [peter])).toThrow(code('invalid-signature'));
    const other = testSigner('witness.example/w1');
    const both = signNote(PETER_TEXT, [other, signerFromPem('PeterNeumann', pem(PETER_SEED))]);
    expect(openNote(both, [peter, other]).signedBy).toEqual([other, peter]);
    expect(openNote(both, [peter]).signedBy).toEqual([peter]);
    const broken = both.replace(/(w1 .{20})(.)/, (_, before, letter) => before + (letter === 'A' ? 'B' : 'A'));
    expect(() => openNote(broken, [peter, other])).toThrow(code('invalid-signature'));
  });

  it('ignore unknown keys, also under a known name, and refuse when nobody known signed', () => {
    expect(() => openNote(PETER_NOTE, [testSigner('PeterNeumann')])).toThrow(code('unknown-signer'));
    expect(() => openNote(PETER_NOTE, [])).toThrow(code('unknown-signer'));
  });

  it('may hold empty lines in the text', () => {
    const signer = testSigner('a.example');
    const note = signNote('one\n\ntwo\n', [signer]);
    expect(openNote(note, [signer]).text).toBe('one\n\ntwo\n');
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n— a b\n'],
    ['no last newline', PETER_NOTE.slice(0, -1)],
    ['another dash', PETER_NOTE.replace('—', '-')],
    ['loose base64', PETER_NOTE.replace('nAM=', 'nAN=')],
    ['a carriage return', PETER_NOTE.replace('problem,', 'problem,\r')],
    ['a tab', PETER_NOTE.replace('problem,', 'problem,\t')],
  ])('refuse %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(code('malformed-note'));
  });

  it('refuse bytes that are not UTF-8, and texts without end', () => {
    expect(() => parseNote(Buffer.concat([Buffer.of(0xff), Buffer.from(PETER_NOTE)]))).toThrow(code('malformed-note'));
    expect(() => signNote('no newline', [])).toThrow(code('malformed-note'));
  });
});

describe('verifier keys', () => {
  it('are refused whenever a character is cut or changed', () => {
    for (let at = 1; at < PETER.length; at += 1) {
      expect(() => parseVerifierKey(PETER.slice(0, at))).toThrow(code('malformed-key'));
      expect(() => parseVerifierKey(PETER.slice(at))).toThrow(code('malformed-key'));
    }
    expect(() => parseVerifierKey(PETER.replace('Peter', 'Petra'))).toThrow(code('malformed-key'));
    expect(() => parseVerifierKey(PETER.replace('+AR', '+BR'))).toThrow(code('malformed-key'));
  });

  it('may hold a plus in their base64', () => {
    const key = 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6';
    expect(formatVerifierKey(parseVerifierKey(key))).toBe(key);
  });

  it('need a private key that is Ed25519, and a name without spaces', () => {
    expect(() => signerFromPem('a.example', 'nonsense')).toThrow(code('malformed-key'));
    expect(() => signerFromPem('a example', pem(PETER_SEED))).toThrow(code('malformed-key'));
    expect(() => signerFromPem('a+b', pem(PETER_SEED))).toThrow(code('malformed-key'));
  });
});

describe('checkpoints', () => {
  const checkpoint = { origin: 'hub.example/audit', size: 0, root: emptyRoot(), extensions: ['count a 0'] };

  it('read back what they write', () => {
    const signer = testSigner('hub.example/audit');
    const note = signCheckpoint(checkpoint, [signer]);
    expect(openCheckpoint(note, signer)).toEqual(checkpoint);
    expect(readCheckpoint(note)).toEqual(checkpoint);
    expect(() => openCheckpoint(note, signer, 'other.example/log')).toThrow(code('malformed-checkpoint'));
  });

  it.each([
    { ...checkpoint, origin: 'a\n999' },
    { ...checkpoint, origin: '' },
    { ...checkpoint, size: -1 },
    { ...checkpoint, size: 2 ** 53 },
    { ...checkpoint, root: Buffer.alloc(31) },
    { ...checkpoint, extensions: [''] },
    { ...checkpoint, extensions: ['a\nb'] },
  ])('refuse to frame another head: %#', (wrong) => {
    expect(() => formatCheckpoint(wrong)).toThrow(code('malformed-checkpoint'));
  });

  it.each([
    '',
    'a\n1\n',
    'a\n01\nAAAA\n',
    `a\n1\n${emptyRoot().toString('base64')}`,
    `a\n1\n${emptyRoot().toString('base64')}\n\n`,
    `a\n+1\n${emptyRoot().toString('base64')}\n`,
  ])('refuse %j', (text) => {
    expect(() => parseCheckpoint(text)).toThrow(code('malformed-checkpoint'));
  });
});

describe('tlog-proofs', () => {
  const log = new StoredLog().append(testEntries(300));
  const entry = Buffer.from('entry 137');
  const proof = async () => ({ index: 137, hashes: await inclusionProof(137, 300, log), checkpoint: log.sign() });

  it('verify offline, from the text and the public key alone', async () => {
    const text = formatProof(await proof());
    expect(text).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 137\n(\S{44}\n){9}\nhub\.example\/audit\n300\n/);
    const key = parseVerifierKey(formatVerifierKey(log.signer));
    expect(verifyProof(entry, parseProof(text), key)).toEqual(log.head());
    expect(() => verifyProof(Buffer.from('entry 138'), parseProof(text), key)).toThrow(code('proof-mismatch'));
    expect(() => verifyProof(entry, parseProof(text), testSigner('hub.example/audit'))).toThrow(code('unknown-signer'));
  });

  it('carry extra data, and no hashes in a tree of one', async () => {
    const extra = Buffer.from('context');
    const parsed = parseProof(formatProof({ ...(await proof()), extra }));
    expect(parsed.extra).toEqual(extra);
    const single = new StoredLog().append([entry]);
    const text = formatProof({ index: 0, hashes: [], checkpoint: single.sign() });
    expect(verifyProof(entry, parseProof(text), single.signer).size).toBe(1);
  });

  it('are refused when malformed', async () => {
    const text = formatProof(await proof());
    for (const wrong of [
      text.replace('@v1', '@v2'),
      text.replace('index 137', 'index 0137'),
      text.replace('index 137\n', ''),
      text.replace('index 137\n', 'index 137\nAAAA\n'),
      text.replace('index', 'extra !\nindex'),
      'c2sp.org/tlog-proof@v1\nindex 1',
    ]) {
      expect(() => parseProof(wrong)).toThrow(code('malformed-proof'));
    }
    expect(leafHash(entry)).toHaveLength(32);
  });
});
