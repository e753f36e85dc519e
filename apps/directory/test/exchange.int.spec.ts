import { generateKeyPairSync } from 'node:crypto';
import { MandateEnded, MandateGiven, OrganisationRegistered } from '@hub/contracts';
import { hubTokenAudience, hubTokenIssuer, startService } from '@hub/http-edge';
import { Caller, eventually, Heard, person, type ServiceUnderTest, testBrokers, testService } from '@hub/testkit';
import { createLocalJWKSet, generateKeyPair, type JSONWebKeySet, jwtVerify } from 'jose';
import { accessTokenType, exchangeGrant } from '../src/exchange/token-request.js';
import { directoryService } from '../src/service.module.js';
import { OutsideProvider } from './outside-provider.js';

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
let provider: OutsideProvider;
let directory: ServiceUnderTest;
let anyone: Caller;
let administrator: Caller;
let heard: Heard;

const exchange = (token: string, more: Record<string, string> = {}) => {
  const form = { grant_type: exchangeGrant, subject_token: token, subject_token_type: accessTokenType, ...more };
  return anyone.post('/token', new URLSearchParams(form).toString(), {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
};

async function claimsOf(reply: { body: { access_token: string } }) {
  const { body } = await anyone.get('/.well-known/jwks.json');
  const checks = { issuer: hubTokenIssuer, audience: hubTokenAudience, algorithms: ['EdDSA'] };
  return (await jwtVerify(reply.body.access_token, createLocalJWKSet(body as JSONWebKeySet), checks)).payload;
}

beforeAll(async () => {
  provider = await OutsideProvider.start();
  directory = await testService(
    directoryService({ issuer: provider.issuer, audience: 'hub', signingKey, demonstration: true }),
  );
  anyone = await directory.as();
  administrator = await directory.as(person('admin', 'hdh', 'directory_administrator'));
  heard = await Heard.on(MandateGiven.topic, OrganisationRegistered.topic);
});

afterAll(async () => {
  await heard.stop();
  await directory.stop();
  await provider.stop();
});

describe('an outside token against a hub token', () => {
  it('carries person, organisation, roles and strength of sign-in, for at most a minute', async () => {
    const reply = await exchange(await provider.token('claire'));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const claims = await claimsOf(reply);
    expect(claims).toMatchObject({ sub: 'claire', org: 'inserm', roles: ['applicant'], acr: 'eidas2' });
    expect((claims.exp as number) - (claims.iat as number)).toBeLessThanOrEqual(60);
    expect(claims.jti).toBeTruthy();
  });

  it('is for the organisation asked for, if it has given a mandate', async () => {
    expect((await claimsOf(await exchange(await provider.token('claire'), { organisation: 'inserm' }))).org).toBe(
      'inserm',
    );
    const refused = await exchange(await provider.token('claire'), { organisation: 'cnam' });
    expect([refused.status, refused.body.error]).toEqual([403, 'invalid_target']);
  });

  it('gives somebody new an id of ours and no role', async () => {
    const [first, again] = await Promise.all([
      exchange(await provider.token('newcomer', { name: 'New Comer' })),
      exchange(await provider.token('newcomer')),
    ]);
    const claims = await claimsOf(first);
    expect(claims).toMatchObject({ org: '', roles: [] });
    expect(claims.sub).not.toBe('newcomer');
    expect((await claimsOf(again)).sub).toBe(claims.sub);
  });

  it.each([
    ['expired', () => provider.token('claire', { exp: Math.floor(Date.now() / 1000) - 60 })],
    ['for another audience', () => provider.token('claire', { aud: 'somebody-else' })],
    ['from another issuer', () => provider.token('claire', { iss: 'https://elsewhere.example' })],
    ['signed by another key', async () => provider.token('claire', {}, (await generateKeyPair('RS256')).privateKey)],
    ['altered', async () => altered(await provider.token('claire'))],
    ['unsigned', async () => unsigned(provider.issuer)],
    ['without an end', () => provider.token('claire', { exp: undefined as never })],
    ['no token at all', async () => 'nonsense'],
    ['one of our own hub tokens', () => directory.directory.token(person('claire', 'inserm', 'applicant'))],
  ])('refuses a token that is %s', async (_, make) => {
    const reply = await exchange(await make());
    expect([reply.status, reply.body.error]).toEqual([401, 'invalid_request']);
    expect(reply.body.access_token).toBeUndefined();
  });

  it('takes exchanges only', async () => {
    const reply = await exchange(await provider.token('claire'), { grant_type: 'client_credentials' });
    expect([reply.status, reply.body.error]).toEqual([400, 'unsupported_grant_type']);
    expect((await exchange(await provider.token('claire'), { actor_token: 'x' })).status).toBe(400);
    expect((await exchange('')).status).toBe(400);
  });
});

describe('mandates', () => {
  it('change the very next token, and are announced without names', async () => {
    const { body: given, status } = await administrator.post('/mandates', {
      personId: 'david',
      organisationId: 'institut-curie',
      role: 'applicant',
    });
    expect(status).toBe(201);
    const asked = { organisation: 'institut-curie' };
    expect((await claimsOf(await exchange(await provider.token('david'), asked))).roles).toEqual(['applicant']);
    const event = await heard.until(MandateGiven, given.id);
    expect(event.data).toMatchObject({ personId: 'david', organisationId: 'institut-curie', role: 'applicant' });

    expect((await administrator.post(`/mandates/${given.id}/end`)).status).toBe(428);
    expect((await administrator.post(`/mandates/${given.id}/end`, undefined, { version: 7 })).status).toBe(412);
    expect((await administrator.post(`/mandates/${given.id}/end`, undefined, { version: given.version })).status).toBe(
      200,
    );
    expect((await exchange(await provider.token('david'), asked)).status).toBe(403);
    expect((await claimsOf(await exchange(await provider.token('david')))).org).toBe('inserm');
    await heard.until(MandateEnded, given.id);
    expect(JSON.stringify(heard.raw)).not.toMatch(/Kerouanton|@/);
  });

  it('with a scope give no role to readers who know nothing of scopes', async () => {
    const terms = { personId: 'david', organisationId: 'cnam', role: 'data_holder', scope: ['snds-dcir'] };
    await administrator.post('/mandates', terms);
    const claims = await claimsOf(await exchange(await provider.token('david'), { organisation: 'cnam' }));
    expect(claims).toMatchObject({ roles: [], scoped: [{ role: 'data_holder', scope: ['snds-dcir'] }] });
  });

  it('are given once, by administrators, to others than themselves', async () => {
    const twice = { personId: 'claire', organisationId: 'inserm', role: 'applicant' };
    expect((await administrator.post('/mandates', twice)).body.code).toBe('already-given');
    expect((await administrator.post('/mandates', { ...twice, personId: 'admin' })).body.code).toBe('own-mandate');
    expect((await administrator.post('/mandates', { ...twice, personId: 'nobody' })).body.code).toBe('person-unknown');
    const claire = await directory.as(person('claire', 'inserm', 'applicant'));
    expect((await claire.post('/mandates', twice)).status).toBe(403);
    const racers = [1, 2, 3, 4].map(() => administrator.post('/mandates', { ...twice, personId: 'eve' }));
    expect((await Promise.all(racers)).map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('are seen by their holder and by administrators', async () => {
    const claire = await directory.as(person('claire', 'inserm', 'applicant'));
    const { body } = await claire.get('/mandates?personId=admin');
    expect(body.mandates.map((one: { personId: string }) => one.personId)).toEqual(['claire']);
    expect((await claire.get('/mandates/demonstration-admin')).status).toBe(404);
    expect((await claire.post('/mandates/demonstration-claire/end', undefined, { version: 1 })).status).toBe(403);
    expect((await administrator.get('/mandates?personId=officer')).body.mandates).toHaveLength(1);
  });
});

describe('people and organisations', () => {
  it('say who I am and whom I may act for', async () => {
    const { body } = await (await directory.as(person('claire', 'inserm', 'applicant'))).get('/people/me');
    expect(body).toMatchObject({ id: 'claire', name: 'Claire Fontanel', organisation: 'inserm', roles: ['applicant'] });
    expect(body.mayActFor).toMatchObject([{ id: 'inserm', mandates: [{ role: 'applicant' }] }]);
  });

  it('are shown to the signed-in only', async () => {
    for (const path of [
      '/people/me',
      '/people/claire',
      '/people?ids=claire',
      '/organisations',
      '/organisations/inserm',
      '/mandates',
    ]) {
      expect([path, (await anyone.get(path)).status]).toEqual([path, 401]);
    }
    const eve = await directory.as(person('eve', 'institut-curie', 'applicant'));
    expect((await eve.get('/people/claire')).body).toEqual({ id: 'claire', name: 'Claire Fontanel' });
    expect((await eve.get('/people/nobody')).status).toBe(404);
    expect((await eve.get('/people?ids=claire,nobody,david')).body.people).toHaveLength(2);
    expect((await eve.get('/organisations?q=bordeaux+hospital')).body.organisations[0].id).toBe('chu-bordeaux');
    expect((await eve.get('/organisations?q=medecine')).body.organisations[0].id).toBe('abm');
  });

  it('are seeded once, however often the directory starts; what was ended stays ended', async () => {
    const before = await administrator.get('/mandates?personId=officer');
    const [{ id, version }] = before.body.mandates;
    expect((await administrator.post(`/mandates/${id}/end`, undefined, { version })).status).toBe(200);
    const again = await startService(
      directoryService({ issuer: provider.issuer, audience: 'hub', signingKey, demonstration: true }),
      {
        host: '127.0.0.1',
        port: 0,
        databaseUrl: directory.database.url,
        brokers: testBrokers(),
        directoryUrl: 'http://unused.invalid',
        logLevel: 'silent',
      },
      { onFatal: () => {} },
    );
    try {
      await eventually(async () => {
        const { missing } = (await new Caller(again.url).get('/health/ready')).body;
        expect(missing).not.toContain('demonstration-data');
      }, 20_000);
      const after = await administrator.get('/mandates?personId=officer');
      expect(after.body.mandates).toMatchObject([{ id, status: 'ended', version: version + 1 }]);
      expect((await administrator.get('/organisations')).body.organisations.length).toBeGreaterThanOrEqual(60);
      const told = heard.events.filter(
        ({ type, subject }) => type === OrganisationRegistered.type && subject === 'inserm',
      );
      expect(told).toHaveLength(1);
    } finally {
      await again.close();
    }
  });
});

/** The same header and signature around other claims. */
function altered(token: string): string {
  const [head, body, signature] = token.split('.') as [string, string, string];
  const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: 'admin' };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

function unsigned(iss: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ iss, aud: 'hub', sub: 'admin', exp: Math.floor(Date.now() / 1000) + 600 })}.`;
}
