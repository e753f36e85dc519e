import { readdir, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { ApplicationFileAttached } from '@hub/contracts';
import { type Caller, eventually, Heard, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { applicationService } from '../src/application.module.js';
import { KeepFiles } from '../src/attachment/keep-files.client.js';
import { settingsWith } from './running-service.js';
import { docx, odt, pdf } from './small-files.js';

const claire = person('claire', 'inserm', 'applicant');
const octets = { headers: { 'content-type': 'application/octet-stream' } };
const settings = settingsWith({ ATTACHMENT_MAX_BYTES: '5000000' });

describe('attachments', () => {
  let hub: ServiceUnderTest;
  let lead: Caller;
  let outsider: Caller;
  let officer: Caller;
  beforeAll(async () => {
    hub = await testService(applicationService(settings));
    lead = await hub.as(claire);
    outsider = await hub.as(person('eve', 'inserm', 'applicant'));
    officer = await hub.as(person('officer', 'hdh', 'hub_officer'));
  });
  afterAll(() => hub?.stop());

  const drafted = async () => (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body.id as string;
  const send = (id: string, name: string, bytes: Uint8Array, by = lead, headers = {}) =>
    by.post(`/applications/${id}/attachments?name=${encodeURIComponent(name)}`, bytes, {
      headers: { ...octets.headers, ...headers },
    });
  const places = async () => (await readdir(join(settings.home, 'files')).catch(() => [])).length;
  const bytesOf = async (by: string, path: string) =>
    fetch(hub.service.url + path, { headers: { authorization: `Bearer ${by}` } });

  it('keeps a file sealed, and gives it back as it was, to be saved and not shown', async () => {
    const id = await drafted();
    const heard = await Heard.on(ApplicationFileAttached.topic);
    const { status, body } = await send(id, "l'étude (1).pdf", pdf);
    expect(status).toBe(201);
    const announced = await heard.until(ApplicationFileAttached, id);
    expect(announced.data).toMatchObject({
      attachmentId: body.attachmentId,
      bytes: pdf.length,
      mediaType: 'application/pdf',
    });
    expect(JSON.stringify(announced)).not.toContain('tude');
    await heard.stop();
    const { items } = (await lead.get(`/applications/${id}/attachments`)).body;
    expect(items).toEqual([
      expect.objectContaining({ name: "l'étude (1).pdf", bytes: pdf.length, scan: 'NOT_SCANNED', sent: false }),
    ]);
    const got = await bytesOf(
      await hub.directory.token(claire),
      `/applications/${id}/attachments/${body.attachmentId}`,
    );
    expect(Buffer.from(await got.arrayBuffer()).equals(pdf)).toBe(true);
    expect(got.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''l%27%C3%A9tude%20%281%29.pdf");
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-type')).toBe('application/pdf');
  });

  it('judges by content: real documents pass, a wrong name is refused naming both, and nothing of it stays', async () => {
    const id = await drafted();
    expect((await send(id, 'a.docx', docx)).status).toBe(201);
    expect((await send(id, 'a.odt', odt)).status).toBe(201);
    expect((await send(id, 'a.csv', Buffer.from('a;b\n1;é\n'))).status).toBe(201);
    const before = await places();
    const wrong = await send(id, 'a.pdf', docx);
    expect([wrong.status, wrong.body.code, wrong.body.declared, wrong.body.content]).toEqual([
      ...[422, 'file-type-mismatch', 'pdf', 'docx'],
    ]);
    expect((await send(id, 'a.txt', Buffer.from([0xff, 0xfe, 1]))).body.code).toBe('file-type-mismatch');
    expect((await send(id, 'a.exe', pdf)).status).toBe(415);
    expect((await send(id, 'a.pdf', Buffer.alloc(0))).body.code).toBe('file-empty');
    expect((await lead.get(`/applications/${id}/attachments`)).body.items).toHaveLength(3);
    expect(await places()).toBe(before);
  });

  it('does not exist for outsiders, by its very id too, nor for the desk while it is a draft', async () => {
    const id = await drafted();
    const other = await drafted();
    const { attachmentId } = (await send(id, 'a.pdf', pdf)).body;
    for (const by of [outsider, officer]) {
      expect((await by.get(`/applications/${id}/attachments`)).status).toBe(404);
      expect((await by.get(`/applications/${id}/attachments/${attachmentId}`)).status).toBe(404);
      expect((await send(id, 'b.pdf', pdf, by)).status).toBe(404);
    }
    expect((await lead.get(`/applications/${other}/attachments/${attachmentId}`)).status).toBe(404);
  });

  it('refuses what is too large, said or not said, with the reason', async () => {
    const id = await drafted();
    const said = await send(id, 'a.txt', Buffer.alloc(5_000_001, 'a'));
    expect([said.status, said.body.code, said.body.most]).toEqual([413, 'file-too-large', '5 MB']);
    expect(await chunked(id, Buffer.alloc(1_000_000, 'a'), 6)).toEqual([413, 'file-too-large']);
    expect((await readdir(join(settings.home, 'parts'))).length).toBe(0);
  });

  it('an upload that breaks off leaves nothing, visible or not', async () => {
    const id = await drafted();
    const before = await places();
    await expect(chunked(id, Buffer.alloc(300_000, 'a'), 2, true)).rejects.toThrow();
    await eventually(async () => expect(await readdir(join(settings.home, 'parts'))).toEqual([]));
    expect((await lead.get(`/applications/${id}/attachments`)).body.items).toEqual([]);
    expect(await places()).toBe(before);
  });

  it('attaches once when an order is repeated, and deletes what is taken out or discarded', async () => {
    const id = await drafted();
    const key = { 'idempotency-key': 'once' };
    const first = await send(id, 'a.pdf', pdf, lead, key);
    expect((await send(id, 'a.pdf', pdf, lead, key)).body).toEqual(first.body);
    await send(id, 'b.docx', docx);
    const lying = await places();
    await lead.delete(`/applications/${id}/attachments/${first.body.attachmentId}`, { version: 3 });
    expect((await lead.get(`/applications/${id}/attachments/${first.body.attachmentId}`)).status).toBe(404);
    await eventually(async () => expect(await places()).toBe(lying - 1));
    expect((await lead.delete(`/applications/${id}`, { version: 4 })).status).toBe(200);
    await eventually(async () => expect(await places()).toBe(lying - 2));
  });

  it('clears what a killed process left: parts, and files that no row knows, once they are old', async () => {
    const before = await readdir(join(settings.home, 'files'));
    await send(await drafted(), 'kept.pdf', pdf);
    const known = (await readdir(join(settings.home, 'files'))).find((name) => !before.includes(name));
    const left = [join(settings.home, 'parts', 'torn'), join(settings.home, 'files', 'orphan')];
    const fresh = join(settings.home, 'files', 'just-arrived');
    for (const path of [...left, fresh]) await writeFile(path, 'x');
    const longAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000);
    for (const path of [...left, join(settings.home, 'files', known as string)]) await utimes(path, longAgo, longAgo);
    await hub.service.app.get(KeepFiles).sweep();
    expect(await readdir(join(settings.home, 'parts'))).toEqual([]);
    const files = await readdir(join(settings.home, 'files'));
    expect([files.includes('orphan'), files.includes('just-arrived'), files.includes(known as string)]).toEqual([
      ...[false, true, true],
    ]);
  });

  /** A body whose length nobody says. */
  async function chunked(id: string, chunk: Buffer, times: number, breakOff = false): Promise<unknown[]> {
    const token = await hub.directory.token(claire);
    return new Promise((resolve, reject) => {
      const sending = request(`${hub.service.url}/applications/${id}/attachments?name=a.txt`, {
        method: 'POST',
        headers: { ...octets.headers, authorization: `Bearer ${token}` },
      });
      sending.on('error', reject).on('response', async (response) => {
        const body = (await json(response)) as { code: string };
        resolve([response.statusCode, body.code]);
      });
      for (let sent = 0; sent < times; sent++) sending.write(chunk);
      if (breakOff) setTimeout(() => sending.destroy(new Error('gone')), 200);
      else sending.end();
    });
  }
});
