import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { HubTokenVerifier } from '@hub/http-edge';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { HubTokens } from './hub-token.client.js';

const pemOf = (key: KeyObject) =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString();
const make = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey: pemOf(privateKey), publicKey: pemOf(publicKey) };
};
const [old, next] = [make(), make()];
const standing = { organisation: 'inserm', roles: ['applicant'], scoped: [], delegated: [] };
const verifies = async (published: HubTokens, token: string): Promise<boolean> => {
  const verifier = new HubTokenVerifier('http://unused.invalid', createLocalJWKSet(published.jwks as JSONWebKeySet));
  return verifier.person(token, Date.now()).then(
    ({ id }) => id === 'claire',
    () => false,
  );
};

describe('the key that signs hub tokens', () => {
  it('is changed in three steps, in each of which every token in flight verifies', async () => {
    const before = await HubTokens.from(old.privateKey);
    const announced = await HubTokens.from(old.privateKey, [next.publicKey]);
    const switched = await HubTokens.from(next.privateKey, [old.publicKey]);
    const retired = await HubTokens.from(next.privateKey);
    const sign = (tokens: HubTokens) => tokens.sign('claire', standing, 'eidas2');
    const [early, late] = [await sign(announced), await sign(switched)];
    // Services that still hold the key set of the step before, and those that hold the newest one.
    expect(await Promise.all([verifies(before, early), verifies(switched, early)])).toEqual([true, true]);
    expect(await Promise.all([verifies(announced, late), verifies(retired, late)])).toEqual([true, true]);
    expect(await verifies(retired, early)).toBe(false);
  });

  it('stands first among the published ones, each once, and none of them secret', async () => {
    const { jwks } = await HubTokens.from(next.privateKey, [old.privateKey, next.publicKey]);
    expect(jwks.keys).toHaveLength(2);
    expect(jwks.keys.every((key) => key.d === undefined && key.kid && key.alg === 'EdDSA')).toBe(true);
  });

  it('is an Ed25519 key, as are those beside it', async () => {
    const rsa = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    await expect(HubTokens.from(rsa)).rejects.toThrow('DIRECTORY_KEY_FILE');
    await expect(HubTokens.from(old.privateKey, [rsa])).rejects.toThrow('DIRECTORY_OLD_KEY_FILES');
  });
});
