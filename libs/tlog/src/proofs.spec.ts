import { leafHash } from './hash.js';
import { NaiveTree } from './naive-tree.fixture.js';
import { consistencyProof, inclusionProof, rootAt } from './proofs.js';
import { StoredLog, testEntries } from './stored-log.fixture.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

const SIZE = 300;
const entries = testEntries(SIZE);
const log = new StoredLog().append(entries);
const naive = new NaiveTree(entries);
const rootOfSize = (size: number) => naive.root(size);
/** Every size, and of each the first, the last and a tenth of the rest. */
const pairs = Array.from({ length: SIZE }, (_, at) => at + 1).flatMap((size) =>
  Array.from({ length: size }, (_, index) => [index, size] as const).filter(
    ([index]) => size < 34 || index === 0 || index === size - 1 || (index + size) % 11 === 0,
  ),
);
const hex = (hashes: readonly Buffer[]) => Buffer.concat(hashes).toString('hex');
const code = (value: string) => expect.objectContaining({ code: value });

describe('inclusion proofs', () => {
  it('are those of RFC 6962 and verify, in trees of 1 to 300 entries', async () => {
    for (const [index, size] of pairs) {
      const proof = await inclusionProof(index, size, log);
      expect(hex(proof)).toBe(hex(naive.path(index, size)));
      verifyInclusion(leafHash(entries[index] as Buffer), index, size, proof, rootOfSize(size));
    }
  });

  it('do not hold for another entry, place, size or root, nor shortened, lengthened or altered', async () => {
    const proof = await inclusionProof(137, 299, log);
    const leaf = leafHash(entries[137] as Buffer);
    const root = rootOfSize(299);
    const altered = proof.map((hash, at) => (at === 3 ? Buffer.from(hash.map((byte) => byte ^ 8)) : hash));
    for (const attempt of [
      () => verifyInclusion(leafHash(entries[138] as Buffer), 137, 299, proof, root),
      () => verifyInclusion(leaf, 136, 299, proof, root),
      () => verifyInclusion(leaf, 137, 299 * 2, proof, root),
      () => verifyInclusion(leaf, 137, 150, proof, root),
      () => verifyInclusion(leaf, 137, 299, proof, rootOfSize(300)),
      () => verifyInclusion(leaf, 137, 299, proof.slice(1), root),
      () => verifyInclusion(leaf, 137, 299, proof.slice(0, -1), root),
      () => verifyInclusion(leaf, 137, 299, [...proof, root], root),
      () => verifyInclusion(leaf, 137, 299, [root, ...proof], root),
      () => verifyInclusion(leaf, 137, 299, altered, root),
      () => verifyInclusion(leaf, 137, 299, [], root),
    ]) {
      expect(attempt).toThrow(code('proof-mismatch'));
    }
  });

  it('refuse what is out of range or not 32 bytes', async () => {
    const proof = await inclusionProof(5, 8, log);
    const leaf = leafHash(entries[5] as Buffer);
    await expect(inclusionProof(8, 8, log)).rejects.toThrow(code('out-of-range'));
    await expect(inclusionProof(0, 0, log)).rejects.toThrow(code('out-of-range'));
    await expect(inclusionProof(-1, 8, log)).rejects.toThrow(code('out-of-range'));
    await expect(inclusionProof(1.5, 8, log)).rejects.toThrow(code('out-of-range'));
    expect(() => verifyInclusion(leaf, 8, 8, proof, rootOfSize(8))).toThrow(code('out-of-range'));
    expect(() => verifyInclusion(leaf, 0, 0, [], rootOfSize(0))).toThrow(code('out-of-range'));
    expect(() => verifyInclusion(leaf, 5, 2 ** 54, proof, rootOfSize(8))).toThrow(code('out-of-range'));
    expect(() => verifyInclusion(Buffer.alloc(0), 0, 1, [], Buffer.alloc(0))).toThrow(code('not-a-hash'));
    expect(() => verifyInclusion(leaf, 5, 8, [Buffer.alloc(31), ...proof.slice(1)], rootOfSize(8))).toThrow(
      code('not-a-hash'),
    );
  });

  it('say which tile is missing', async () => {
    const reader = { readTiles: async (tiles: readonly unknown[]) => tiles.map(() => undefined) };
    await expect(inclusionProof(5, 8, reader)).rejects.toThrow('tile/0/000.p/8 is missing');
  });
});

describe('consistency proofs', () => {
  it('are those of RFC 6962 and verify, between sizes up to 300', async () => {
    for (const [index, to] of pairs) {
      const from = index + 1;
      const proof = await consistencyProof(from, to, log);
      expect(hex(proof)).toBe(hex(naive.consistency(from, to)));
      verifyConsistency(from, to, proof, rootOfSize(from), rootOfSize(to));
    }
  });

  it('refuse from the empty tree: every tree would be its continuation', async () => {
    await expect(consistencyProof(0, 8, log)).rejects.toThrow(code('out-of-range'));
    expect(() => verifyConsistency(0, 8, [], rootOfSize(0), rootOfSize(8))).toThrow(code('out-of-range'));
    expect(() => verifyConsistency(0, 0, [], rootOfSize(0), rootOfSize(0))).toThrow(code('out-of-range'));
  });

  it('refuse what is out of range or not 32 bytes', async () => {
    await expect(consistencyProof(9, 8, log)).rejects.toThrow(code('out-of-range'));
    expect(() => verifyConsistency(9, 8, [], rootOfSize(9), rootOfSize(8))).toThrow(code('out-of-range'));
    expect(() => verifyConsistency(8, 8, [], Buffer.alloc(2), Buffer.alloc(2))).toThrow(code('not-a-hash'));
    const proof = await consistencyProof(3, 8, log);
    expect(() => verifyConsistency(3, 8, [...proof.slice(1), Buffer.alloc(8)], rootOfSize(3), rootOfSize(8))).toThrow(
      code('not-a-hash'),
    );
  });

  it('do not hold for other roots or sizes, nor shortened, lengthened, or reordered', async () => {
    for (const [from, to] of [
      [6, 8],
      [128, 257],
      [200, 300],
      [255, 256],
    ] as const) {
      const proof = await consistencyProof(from, to, log);
      const [old, now] = [rootOfSize(from), rootOfSize(to)];
      for (const attempt of [
        () => verifyConsistency(from - 1, to, proof, old, now),
        () => verifyConsistency(from, to * 2, proof, old, now),
        () => verifyConsistency(from, to, proof, rootOfSize(from - 1), now),
        () => verifyConsistency(from, to, proof, old, rootOfSize(to - 1)),
        () => verifyConsistency(from, to, proof, now, old),
        () => verifyConsistency(from, to, proof.slice(1), old, now),
        () => verifyConsistency(from, to, [...proof, now], old, now),
        () => verifyConsistency(from, to, [old, ...proof], old, now),
        () => verifyConsistency(from, to, [], old, now),
        ...(proof.length > 1 ? [() => verifyConsistency(from, to, proof.toReversed(), old, now)] : []),
      ]) {
        expect(attempt).toThrow(code('proof-mismatch'));
      }
    }
    expect(() => verifyConsistency(8, 8, [], rootOfSize(8), rootOfSize(7))).toThrow(code('proof-mismatch'));
    expect(() => verifyConsistency(8, 8, [rootOfSize(8)], rootOfSize(8), rootOfSize(8))).toThrow(
      code('proof-mismatch'),
    );
  });

  it('shows that a rewritten log is not the continuation of the old one', async () => {
    const rewritten = new StoredLog().append([...entries.slice(0, 50), Buffer.from('forged'), ...entries.slice(51)]);
    const proof = await consistencyProof(200, 300, rewritten);
    expect(() => verifyConsistency(200, 300, proof, rootOfSize(200), rewritten.head().root)).toThrow(
      code('proof-mismatch'),
    );
    verifyConsistency(200, 300, proof, await rootAt(200, rewritten), rewritten.head().root);
  });
});
