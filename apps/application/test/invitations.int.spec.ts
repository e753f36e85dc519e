import type { AddressInfo } from 'node:net';
import { ApplicationLinkInvited } from '@hub/contracts';
import { type Caller, eventually, Heard, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { SMTPServer } from 'smtp-server';
import { applicationService } from '../src/application.module.js';
import { service, settingsWith } from './running-service.js';

const claire = person('claire', 'inserm', 'applicant');
const david = person('david', 'institut-curie', 'applicant');
const address = 'somebody.special@example.org';

describe('invitations by link', () => {
  const letters: string[] = [];
  let refusing = 0;
  let server: SMTPServer;
  let hub: ServiceUnderTest;
  let lead: Caller;
  let guest: Caller;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(refusing ? Object.assign(new Error('no'), { responseCode: refusing }) : undefined),
      onData: (stream, _session, done) => {
        let text = '';
        stream
          .on('data', (part) => (text += String(part)))
          .on('end', () => {
            letters.push(text.replace(/=\r?\n/g, '').replace(/=3D/g, '='));
            done();
          });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const settings = settingsWith({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Hub <hub@example.org>',
      PUBLIC_URL: 'https://portal.example',
    });
    hub = await testService(applicationService(settings));
    lead = await hub.as(claire);
    guest = await hub.as(david);
  });
  afterAll(async () => {
    await hub?.stop();
    await new Promise<void>((resolve) => server?.close(resolve));
  });

  const drafted = async () => (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body.id as string;
  const invite = (id: string, version = 1, role = 'member') =>
    lead.post(`/applications/${id}/invitations/letters`, { email: address, role }, { version });
  const secretIn = (letter: string | undefined) => letter?.match(/invitations#([\w-]{43})/)?.[1] as string;
  const stateOf = async (id: string) => (await lead.get(`/applications/${id}/invitations`)).body.items[0]?.letter;
  async function letterFor(
    id: string,
    version = 1,
    role = 'member',
  ): Promise<{ secret: string; invitationId: string }> {
    const before = letters.length;
    const { status, body } = await invite(id, version, role);
    expect(status).toBe(200);
    await eventually(async () => expect(letters.length).toBe(before + 1));
    return { secret: secretIn(letters.at(-1)), invitationId: body.invitationId };
  }

  it('bring somebody into the team once; secret and address stand in no answer, event or table', async () => {
    const id = await drafted();
    const heard = await Heard.on(ApplicationLinkInvited.topic);
    const { secret, invitationId } = await letterFor(id);
    const announced = JSON.stringify(await heard.until(ApplicationLinkInvited, id));
    await heard.stop();
    await eventually(async () => expect(await stateOf(id)).toBe('SENT'));
    const listed = JSON.stringify((await lead.get(`/applications/${id}/invitations`)).body);
    const whole = JSON.stringify((await lead.get(`/applications/${id}`)).body);
    const kept = await everythingKept();
    for (const text of [announced, listed, whole, kept])
      for (const hidden of [secret, 'somebody.special']) expect(text).not.toContain(hidden);
    expect(listed).not.toContain('secretHash');
    expect((await guest.post('/invitations/acceptance', { secret: 'A'.repeat(43) })).body.code).toBe('invitation-void');
    const joined = await guest.post('/invitations/acceptance', { secret });
    expect(joined.status).toBe(200);
    const { team } = (await guest.get(`/applications/${id}`)).body;
    expect(team).toContainEqual({ personId: 'david', organisationId: 'institut-curie', role: 'member' });
    const again = await (await hub.as(person('eve', 'inserm', 'applicant'))).post('/invitations/acceptance', {
      secret,
    });
    expect([again.status, again.body.code]).toEqual([409, 'invitation-void']);
    expect(JSON.stringify(again.body)).not.toContain(id);
    expect(JSON.stringify(again.body)).not.toContain(invitationId);
  });

  it('end when they are taken back or expire, and when the application is gone, with the very same words', async () => {
    const [a, b, c] = [await drafted(), await drafted(), await drafted()];
    const [taken, old, gone] = [await letterFor(a), await letterFor(b), await letterFor(c)];
    await lead.delete(`/applications/${a}/invitations/${taken.invitationId}`, { version: 2 });
    await lead.delete(`/applications/${c}`, { version: 2 });
    const said = async (secret: string) => {
      const { correlationId: _id, ...body } = (await guest.post('/invitations/acceptance', { secret })).body;
      return body;
    };
    const refused = await said('never was');
    expect(await said(taken.secret)).toEqual(refused);
    expect(await said(gone.secret)).toEqual(refused);
    hub.clock.advance(14 * 24 * 3600 * 1000 + 1);
    expect(await said(old.secret)).toEqual(refused);
  });

  it('hand the lead over to who is invited as lead', async () => {
    const id = await drafted();
    const { secret } = await letterFor(id, 1, 'lead');
    const successor = await hub.as(person('fay', 'inserm', 'applicant'));
    expect((await guest.post('/invitations/acceptance', { secret })).body.code).toBe('lead-of-other-organisation');
    expect((await successor.post('/invitations/acceptance', { secret })).status).toBe(200);
    expect((await successor.get(`/applications/${id}`)).body.leadId).toBe('fay');
    expect((await lead.get(`/applications/${id}/invitations`)).status).toBe(403);
  });

  it('are written again after a while when the mail server has trouble, and fail visibly when it refuses', async () => {
    const id = await drafted();
    refusing = 451;
    const before = letters.length;
    await invite(id);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect([await stateOf(id), letters.length]).toEqual(['WAITING', before]);
    refusing = 0;
    hub.clock.advance(31_000);
    await eventually(async () => expect(await stateOf(id)).toBe('SENT'));
    refusing = 550;
    const other = await drafted();
    await invite(other);
    await eventually(async () => expect(await stateOf(other)).toBe('FAILED'));
    refusing = 0;
    expect(await everythingKept()).not.toContain('somebody.special');
  });

  it('are refused with the reason where no mail server is set', async () => {
    const silent = await testService(service);
    const caller = await silent.as(claire);
    const { id } = (await caller.post('/applications', { procedure: 'FR_AUTHORISATION' })).body;
    const input = { email: address, role: 'member' };
    const refused = await caller.post(`/applications/${id}/invitations/letters`, input, { version: 1 });
    expect([refused.status, refused.body.code]).toEqual([409, 'no-letters-here']);
    await silent.stop();
  });

  /** Every row of the service's database, as text. */
  async function everythingKept(): Promise<string> {
    const { Pool } = (await import('pg')).default;
    const pool = new Pool({ connectionString: hub.database.url });
    const texts = await Promise.all(
      ['event', 'outbox', 'receipt', 'letter', 'application_list'].map(async (table) =>
        JSON.stringify((await pool.query(`SELECT t::text FROM ${table} t`)).rows),
      ),
    );
    await pool.end();
    return texts.join('\n');
  }
});
