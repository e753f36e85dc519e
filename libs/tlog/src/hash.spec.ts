import { append, EMPTY_FRONTIER, rootOf } from './frontier.js';
import { emptyRoot, leafHash, nodeHash, rootOfHashes } from './hash.js';

// The vectors of certificate-transparency (transparency-dev/merkle, testonly/constants.go).
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
const LEAF_HASHES = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
  'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('RFC 6962 hashing', () => {
  it('hashes the published leaves', () => {
    expect(LEAVES.map((leaf) => leafHash(leaf).toString('hex'))).toEqual(LEAF_HASHES);
    expect(leafHash(Buffer.from('L123456')).toString('hex')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
  });

  it('gives the published roots of trees of 0 to 8 entries', () => {
    expect(emptyRoot().toString('hex')).toBe(ROOTS[0]);
    ROOTS.forEach((root, size) => {
      const { frontier } = append(EMPTY_FRONTIER, LEAVES.slice(0, size).map(leafHash));
      expect(rootOf(frontier).toString('hex')).toBe(root);
    });
  });

  it('gives the same root from hashes side by side', () => {
    for (let size = 1; size <= 8; size += 1) {
      const hashes = Buffer.concat(LEAVES.slice(0, size).map(leafHash));
      expect(rootOfHashes(hashes).toString('hex')).toBe(ROOTS[size]);
    }
  });

  it('hashes the longest entry and refuses a longer one', () => {
    expect(leafHash(Buffer.alloc(65_535))).toHaveLength(32);
    expect(() => leafHash(Buffer.alloc(65_536))).toThrow(expect.objectContaining({ code: 'entry-too-long' }));
  });

  it('refuses to combine what is not 32 bytes', () => {
    expect(() => nodeHash(Buffer.alloc(31), Buffer.alloc(33))).toThrow(expect.objectContaining({ code: 'not-a-hash' }));
    expect(() => nodeHash(Buffer.alloc(32), Buffer.alloc(0))).toThrow(expect.objectContaining({ code: 'not-a-hash' }));
    expect(() => rootOfHashes(Buffer.alloc(0))).toThrow(expect.objectContaining({ code: 'not-a-hash' }));
    expect(() => append(EMPTY_FRONTIER, [Buffer.alloc(20)])).toThrow(expect.objectContaining({ code: 'not-a-hash' }));
  });
});
