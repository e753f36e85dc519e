import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MandateGiven } from '@hub/contracts';
import { Caller, Heard, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { accessTokenType, exchangeGrant } from '../src/exchange/token-request.js';
import { directoryService } from '../src/service.module.js';
import { OutsideProvider } from './outside-provider.js';

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const program = join(import.meta.dirname, '../src/first-administrator/main.js');
let provider: OutsideProvider;
let directory: ServiceUnderTest;
let heard: Heard;

/** As an operator runs it. */
async function appoint(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: directory.database.url };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...words], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

async function rolesOf(subject: string): Promise<string[]> {
  const form = {
    grant_type: exchangeGrant,
    subject_token: await provider.token(subject),
    subject_token_type: accessTokenType,
  };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { body } = await new Caller(directory.service.url).post('/token', new URLSearchParams(form).toString(), {
    headers,
  });
  return JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url').toString()).roles;
}

beforeAll(async () => {
  provider = await OutsideProvider.start();
  directory = await testService(
    directoryService({ issuer: provider.issuer, audience: 'hub', signingKey, demonstration: false }),
  );
  // The program reads the machine's time, so the service does too.
  directory.clock.moveTo(new Date());
  heard = await Heard.on(MandateGiven.topic);
});

afterAll(async () => {
  await heard.stop();
  await directory.stop();
  await provider.stop();
});

describe('the first administrator', () => {
  const hub = ['hub-of-ours', 'Notre plateforme', 'Our hub'];

  it('is appointed on the command line, without the demonstration, and announced', async () => {
    expect(await rolesOf('ada')).toEqual([]);
    const { code, out } = await appoint(provider.issuer, 'ada', ...hub);
    expect([code, out]).toEqual([0, expect.stringContaining('administers the directory')]);
    expect(await rolesOf('ada')).toEqual(['directory_administrator']);
    const { data } = await heard.until(MandateGiven, 'first-administrator-1');
    expect(data).toMatchObject({ organisationId: 'hub-of-ours', role: 'directory_administrator' });
  });

  it('is the only one of that kind: as long as there is one, it is they who give mandates', async () => {
    const { code, err } = await appoint(provider.issuer, 'mallory', ...hub);
    expect([code, err]).toEqual([1, expect.stringContaining('administrator-there')]);
    expect(await rolesOf('mallory')).toEqual([]);
  });

  it('can be appointed anew once the last one has gone', async () => {
    const admin = await directory.as(person('somebody', 'hub-of-ours', 'directory_administrator'));
    expect((await admin.post('/mandates/first-administrator-1/end', undefined, { version: 1 })).status).toBe(200);
    expect((await appoint(provider.issuer, 'bea', ...hub)).code).toBe(0);
    expect(await rolesOf('bea')).toEqual(['directory_administrator']);
    expect(await rolesOf('ada')).toEqual([]);
  });

  it('is not appointed by half a command', async () => {
    expect((await appoint(provider.issuer, 'ada')).code).toBe(2);
    expect((await appoint('not-an-issuer', 'ada', ...hub)).code).toBe(2);
  });
});
