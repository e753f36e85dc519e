import { generateKeyPairSync } from 'node:crypto';
import {
  MandateConfirmationDue,
  MandateConfirmed,
  MandateDelegated,
  MandateDelegationEnded,
  MandateEnded,
  MandateSuspended,
  OrganisationClosed,
} from '@hub/contracts';
import { Caller, eventually, Heard, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { accessTokenType, exchangeGrant } from '../src/exchange/token-request.js';
import { MandateCalendar } from '../src/mandate/calendar.store.js';
import { directoryService } from '../src/service.module.js';
import { OutsideProvider } from './outside-provider.js';

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
let provider: OutsideProvider;
let directory: ServiceUnderTest;
let heard: Heard;
let admin: Caller;
let rita: Caller;
let claire: Caller;

/** The claims of a fresh token; `undefined` where none is given. */
async function claimsOf(subject: string, organisation?: string) {
  const form = {
    grant_type: exchangeGrant,
    subject_token: await provider.token(subject),
    subject_token_type: accessTokenType,
    ...(organisation && { organisation }),
  };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(form).toString();
  const reply = await new Caller(directory.service.url).post('/token', body, { headers });
  if (reply.status !== 200) return undefined;
  return JSON.parse(Buffer.from(reply.body.access_token.split('.')[1], 'base64url').toString());
}

const versionOf = async (id: string): Promise<number> => (await admin.get(`/mandates/${id}`)).body.version;
const order = async (by: Caller, id: string, command: string, body?: unknown) =>
  by.post(`/mandates/${id}/${command}`, body, { version: await versionOf(id) });
const noon = (day: string) => new Date(`${day}T11:00:00.000Z`);

beforeAll(async () => {
  provider = await OutsideProvider.start();
  directory = await testService(
    directoryService({ issuer: provider.issuer, audience: 'hub', signingKey, demonstration: true }),
  );
  admin = await directory.as(person('admin', 'hdh', 'directory_administrator'));
  rita = await directory.as(person('representative', 'inserm', 'organisation_representative'));
  claire = await directory.as(person('claire', 'inserm', 'applicant'));
  heard = await Heard.on(MandateEnded.topic, OrganisationClosed.topic);
});

afterAll(async () => {
  await heard.stop();
  await directory.stop();
  await provider.stop();
});

describe('a representative', () => {
  it('gives and sees the mandates of their own organisation', async () => {
    const terms = { personId: 'officer', organisationId: 'inserm', role: 'applicant' };
    const { status, body } = await rita.post('/mandates', terms);
    expect(status).toBe(201);
    expect((await rita.post('/mandates', { ...terms, role: 'auditor' })).body.code).toBe('role-of-the-hub');
    expect((await rita.post('/mandates', { ...terms, organisationId: 'cnam' })).body.code).toBe(
      'not-your-organisation',
    );
    const { mandates } = (await rita.get('/mandates?organisationId=inserm')).body;
    expect(mandates.map(({ personId }: { personId: string }) => personId)).toEqual([
      'officer',
      'claire',
      'david',
      'representative',
    ]);
    expect((await rita.get('/mandates?organisationId=cnam')).body.mandates).toEqual([]);
    const { history } = (await rita.get(`/mandates/${body.id}/history`)).body;
    expect(history).toMatchObject([{ version: 1, by: 'representative', event: { type: 'MandateGiven' } }]);
    const elsewhere = await directory.as(person('holder-cnam', 'cnam', 'organisation_representative'));
    expect((await elsewhere.get(`/mandates/${body.id}/history`)).status).toBe(404);
  });
});

describe('an absence', () => {
  it('is covered by a colleague, whose token says whose role it is', async () => {
    const delegation = { delegateId: 'checker-1', to: '2026-03-20' };
    const officer = await directory.as(person('officer', 'hdh', 'hub_officer'));
    expect(
      (await order(officer, 'demonstration-officer', 'delegate', { ...delegation, delegateId: 'claire' })).body.code,
    ).toBe('delegate-elsewhere');
    expect((await order(officer, 'demonstration-officer', 'delegate', delegation)).status).toBe(200);
    expect(await claimsOf('checker-1')).toMatchObject({
      roles: ['output_checker', 'hub_officer'],
      delegated: [{ role: 'hub_officer', by: 'officer' }],
    });
    await heard.until(MandateDelegated, 'demonstration-officer');
    directory.clock.moveTo(noon('2026-03-21'));
    expect((await claimsOf('checker-1')).roles).toEqual(['output_checker']);
    await heard.until(MandateDelegationEnded, 'demonstration-officer');
    directory.clock.moveTo(noon('2026-03-02'));
  });

  it('leaves in every event whose role was exercised', async () => {
    const officer = await directory.as(person('officer', 'hdh', 'hub_officer'));
    const delegation = { delegateId: 'checker-2', to: '2026-03-20' };
    expect((await order(officer, 'demonstration-officer', 'delegate', delegation)).status).toBe(200);
    const deputy = await directory.as({
      ...person('checker-2', 'hdh', 'output_checker', 'hub_officer'),
      delegated: [{ role: 'hub_officer', by: 'officer' }],
    });
    expect((await order(deputy, 'demonstration-officer', 'end-delegation')).status).toBe(200);
    const { headers } = await eventually(() => {
      const ended = heard.raw.find((one) => one.headers.ce_actor === 'checker-2');
      if (!ended) throw new Error('not heard yet');
      return ended;
    });
    expect(headers).toMatchObject({ ce_type: MandateDelegationEnded.type, ce_onbehalfof: 'officer' });
  });

  it('is covered by nobody who has left the organisation', async () => {
    const officer = await directory.as(person('officer', 'hdh', 'hub_officer'));
    const delegation = { delegateId: 'security', to: '2026-03-20' };
    expect((await order(officer, 'demonstration-officer', 'delegate', delegation)).status).toBe(200);
    expect((await order(admin, 'demonstration-security', 'end')).status).toBe(200);
    expect((await claimsOf('security')).roles).toEqual([]);
    await eventually(async () => {
      const { body } = await admin.get('/mandates/demonstration-officer');
      expect(body.delegation).toBeUndefined();
    });
  });

  it('of a voting member is covered by nobody', async () => {
    const member = await directory.as(person('member-1', 'cesrees', 'committee_member'));
    const reply = await order(member, 'demonstration-member-1', 'delegate', {
      delegateId: 'member-2',
      to: '2026-03-20',
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'not-delegable']);
  });
});

describe('the organisations of one account', () => {
  it('are offered, chosen one at a time, and never added up', async () => {
    const terms = { personId: 'claire', organisationId: 'institut-curie', role: 'applicant', to: '2026-12-31' };
    await admin.post('/mandates', terms);
    const { standings } = (await claire.get('/people/me/standings')).body;
    expect(standings).toMatchObject([
      { organisation: 'inserm', roles: ['applicant'], current: true },
      { organisation: 'institut-curie', roles: ['applicant'], current: false, mandates: [{ until: '2026-12-31' }] },
    ]);
    expect(await claimsOf('claire')).toMatchObject({ org: 'inserm' });
    expect(await claimsOf('claire', 'institut-curie')).toMatchObject({ org: 'institut-curie', roles: ['applicant'] });
    expect(await claimsOf('claire', 'cnam')).toBeUndefined();
  });
});

describe('a governing body', () => {
  it('shows its seats and members to everybody, as on a day', async () => {
    const anyone = await directory.as();
    const entry = { id: 'assembly', kind: 'general-assembly', name: { fr: 'Assemblée générale', en: 'Assembly' } };
    expect((await admin.post('/organisations', entry)).status).toBe(201);
    const seats = [{ role: 'body_member', number: 2, termYears: 3 }];
    expect((await admin.post('/organisations/assembly/compose', { seats }, { version: 1 })).status).toBe(200);
    const seat = { organisationId: 'assembly', role: 'body_member', from: '2026-03-01', to: '2029-03-01' };
    const wanted = ['david', 'eve', 'member-1'].map((personId) => admin.post('/mandates', { ...seat, personId }));
    expect((await Promise.all(wanted)).map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const { body } = await anyone.get('/organisations/assembly/members?at=2026-03-15');
    expect(body).toMatchObject({ seats, members: [{ seat: 1 }, { seat: 2 }] });
    expect(JSON.stringify(body)).not.toContain('name');
    expect((await anyone.get('/organisations/assembly/members?at=2026-02-28')).body.members).toEqual([]);
    // Who sat there stays on record; from the day of the end on, no longer.
    const sitting = (await admin.get('/mandates?organisationId=assembly')).body.mandates[0];
    expect((await order(admin, sitting.id, 'end')).status).toBe(200);
    const after = await anyone.get('/organisations/assembly/members');
    expect(after.body.members).toHaveLength(1);
    expect((await anyone.get('/organisations/assembly/members?at=2026-03-01')).body.members).toHaveLength(2);
    expect((await anyone.get('/organisations/inserm/members')).status).toBe(404);
    expect((await anyone.get('/organisations/assembly/members?at=2026-02-30')).status).toBe(400);
  });
});

describe('an organisation that closes', () => {
  it('is no longer acted for from the next token on, and its mandates end', async () => {
    expect((await claimsOf('holder-chu')).org).toBe('chu-bordeaux');
    expect((await admin.post('/organisations/chu-bordeaux/close', undefined, { version: 1 })).status).toBe(200);
    expect((await claimsOf('holder-chu')).org).toBe('');
    await heard.until(OrganisationClosed, 'chu-bordeaux');
    await heard.until(MandateEnded, 'demonstration-holder-chu');
    const { history } = (await admin.get('/organisations/chu-bordeaux/history')).body;
    expect(history.map(({ event, by }: { event: { type: string }; by: string }) => [event.type, by])).toEqual([
      ['OrganisationRegistered', 'service:directory'],
      ['OrganisationClosed', 'admin'],
    ]);
  });
});

describe('the yearly confirmation', () => {
  it('is announced once, suspends what nobody confirmed, and takes it up again', async () => {
    const id = 'demonstration-david';
    const calendar = directory.service.app.get(MandateCalendar);
    directory.clock.moveTo(noon('2027-01-31'));
    // As several replicas would, at once.
    await Promise.all([calendar.turn(), calendar.turn(), calendar.turn()]);
    expect((await heard.until(MandateConfirmationDue, id)).data).toMatchObject({
      due: '2027-03-02',
      suspendedAfter: '2027-04-01',
    });
    directory.clock.moveTo(noon('2027-04-01'));
    await calendar.turn();
    expect((await claimsOf('david', 'inserm')).roles).toEqual(['applicant']);
    directory.clock.moveTo(noon('2027-04-02'));
    await Promise.all([calendar.turn(), calendar.turn()]);
    await heard.until(MandateSuspended, id);
    expect(await claimsOf('david', 'inserm')).toBeUndefined();
    expect((await order(rita, id, 'confirm')).body.status).toBe('given');
    await heard.until(MandateConfirmed, id);
    expect((await claimsOf('david', 'inserm')).roles).toEqual(['applicant']);
    await eventually(() => {
      const about = heard.events.filter(({ subject }) => subject === id).map(({ type }) => type);
      expect(about.filter((type) => type === MandateConfirmationDue.type)).toHaveLength(1);
      expect(about.filter((type) => type === MandateSuspended.type)).toHaveLength(1);
    });
  });
});
