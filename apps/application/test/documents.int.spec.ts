import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Caller, person, type ServiceUnderTest, testService, textOfPdf } from '@hub/testkit';
import { filledForm } from './filled-form.js';
import { service } from './running-service.js';

/** Stands for the directory: it answers for whom the token names, and only then. */
function directory(): Promise<Server> {
  const server = createServer((request, response) => {
    const known = request.url === '/people/me' && request.headers.authorization?.startsWith('Bearer ');
    const account = { name: 'Claire', organisation: 'inserm', mayActFor: [] };
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(account));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('documents of an application', () => {
  const before = process.env.DIRECTORY_URL;
  let server: Server;
  let hub: ServiceUnderTest;
  let lead: Caller;
  let id: string;

  beforeAll(async () => {
    server = await directory();
    process.env.DIRECTORY_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    hub = await testService(service);
    lead = await hub.as(person('claire', 'inserm', 'applicant'));
    id = (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body.id;
  });
  afterAll(async () => {
    await hub?.stop();
    server?.close();
    if (before === undefined) delete process.env.DIRECTORY_URL;
    else process.env.DIRECTORY_URL = before;
  });

  it('offer what the account knows, and say so when the directory is away [R6.2.13]', async () => {
    const offered = await lead.get(`/applications/${id}/defaults?lang=en`);
    expect(offered).toMatchObject({ status: 200, body: { answers: { 'purpose.responsible': 'Claire' } } });
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    expect((await lead.get(`/applications/${id}/defaults`)).status).toBe(503);
  });

  it('are printed for whom the file is theirs, in the language asked for [R6.2.22]', async () => {
    await lead.put(`/applications/${id}/answers`, { answers: filledForm }, { version: 1 });
    const response = await fetch(`${hub.service.url}/applications/${id}/print.pdf?lang=en`, {
      headers: { authorization: `Bearer ${await hub.directory.token(person('claire', 'inserm', 'applicant'))}` },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const text = await textOfPdf(new Uint8Array(await response.arrayBuffer()));
    for (const part of ['draft', 'Data sources', 'Estimate the incidence', 'claire']) expect(text).toContain(part);
    expect((await lead.get(`/applications/${id}/print.pdf?lang=de`)).status).toBe(400);
    const outside = await hub.as(person('eve', 'institut-curie', 'applicant'));
    expect((await outside.get(`/applications/${id}/print.pdf`)).status).toBe(404);
  });
});
