import { type AddressInfo, createServer, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { type Caller, eventually, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { applicationService } from '../src/application.module.js';
import { settingsWith } from './running-service.js';
import { eicar, pdf } from './small-files.js';
import { readyToSubmit } from './submitted.js';

const claire = person('claire', 'inserm', 'applicant');

describe('a scanner of attachments', () => {
  let clamd: Server;
  let awake = true;
  let hub: ServiceUnderTest;
  let lead: Caller;
  beforeAll(async () => {
    clamd = createServer((socket) => {
      let [head, tail, infected] = [Buffer.alloc(0), Buffer.alloc(0), false];
      socket.on('error', () => {});
      if (!awake) return void socket.destroy();
      socket.on('data', (part: Buffer) => {
        if (head.length < 10) head = Buffer.concat([head, part]).subarray(0, 10);
        // Only as much is kept as the end of one part and the beginning of the next can hide between them.
        const seen = Buffer.concat([tail, part]);
        infected ||= seen.includes(eicar);
        tail = seen.subarray(-Math.max(4, eicar.length));
        if (!tail.subarray(-4).equals(Buffer.alloc(4))) return;
        const framed = head.toString() === 'zINSTREAM\0';
        const verdict = infected ? 'Eicar-Signature FOUND' : 'OK';
        socket.end(framed ? `stream: ${verdict}\0` : 'UNKNOWN COMMAND\0');
      });
    });
    await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
    const { port } = clamd.address() as AddressInfo;
    hub = await testService(applicationService(settingsWith({ CLAMAV_URL: `tcp://127.0.0.1:${port}` })));
    lead = await hub.as(claire);
  });
  afterAll(async () => {
    await hub?.stop();
    await new Promise((resolve) => clamd?.close(resolve));
  });

  const drafted = async () => (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body.id as string;
  const send = (id: string, name: string, bytes: Uint8Array) =>
    lead.post(`/applications/${id}/attachments?name=${name}`, bytes, {
      headers: { 'content-type': 'application/octet-stream' },
    });
  const scanOf = async (id: string) => (await lead.get(`/applications/${id}/attachments`)).body.items[0].scan;

  it('lets clean files through and shuts infected ones away, visibly', async () => {
    const [clean, infected] = [await drafted(), await drafted()];
    const good = (await send(clean, 'a.pdf', pdf)).body.attachmentId;
    const bad = (await send(infected, 'a.txt', eicar)).body.attachmentId;
    await eventually(async () => expect([await scanOf(clean), await scanOf(infected)]).toEqual(['CLEAN', 'INFECTED']));
    expect((await lead.get(`/applications/${clean}/attachments/${good}`)).status).toBe(200);
    const refused = await lead.get(`/applications/${infected}/attachments/${bad}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'file-infected']);
  });

  it('keeps an infected file from being submitted until it is taken out; one that waits for its scan goes', async () => {
    const id = await readyToSubmit(lead);
    const version = async () => (await lead.get(`/applications/${id}`)).body.version as number;
    const bad = (await send(id, 'plan.txt', eicar)).body.attachmentId;
    await eventually(async () => expect(await scanOf(id)).toBe('INFECTED'));
    const submission = async () => lead.post(`/applications/${id}/submission`, undefined, { version: await version() });
    expect(await submission()).toMatchObject({
      ...{ status: 409, body: { code: 'files-infected', files: ['plan.txt'], attachments: [{ attachmentId: bad }] } },
    });
    awake = false;
    await send(id, 'a.pdf', pdf);
    await lead.delete(`/applications/${id}/attachments/${bad}`, { version: await version() });
    expect(await scanOf(id)).toBe('SCANNING');
    expect((await submission()).body.status).toBe('SUBMITTED');
    awake = true;
  });

  it('that is away holds files back until it answers', async () => {
    awake = false;
    const id = await drafted();
    const file = (await send(id, 'a.pdf', pdf)).body.attachmentId;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await scanOf(id)).toBe('SCANNING');
    expect((await lead.get(`/applications/${id}/attachments/${file}`)).body.code).toBe('file-being-scanned');
    awake = true;
    hub.clock.advance(61_000);
    await eventually(async () => expect(await scanOf(id)).toBe('CLEAN'));
  });

  it('an upload of 100 MB takes a fraction of its size in memory', async () => {
    const id = await drafted();
    const chunk = Buffer.alloc(1_000_000, 'a');
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const body = Readable.from(Array.from({ length: 100 }, () => chunk));
    const answer = await fetch(`${hub.service.url}/applications/${id}/attachments?name=a.txt`, {
      ...{ method: 'POST', body: Readable.toWeb(body), duplex: 'half' },
      headers: {
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${await hub.directory.token(claire)}`,
      },
    } as never);
    clearInterval(watch);
    expect(answer.status).toBe(201);
    expect((most - before) / 100_000_000).toBeLessThan(1);
  });
});
