import * as contract from '@hub/contracts';
import { Database } from '@hub/event-store';
import type { Received } from '@hub/messaging';
import { eventually, person, publish } from '@hub/testkit';
import { DossierStore } from '../src/dossier/dossier.store.js';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.js';

let gateway: GatewayUnderTest;
const claire = person('claire', 'inserm', 'applicant');
const david = person('david', 'inserm', 'applicant');

beforeAll(async () => {
  gateway = await gatewayUnderTest([
    claire,
    david,
    person('eve', 'institut-curie', 'applicant'),
    person('officer', 'hdh', 'hub_officer'),
    person('member-3', 'cesrees', 'committee_member'),
  ]);
});

afterAll(() => gateway.stop());

const of = <Contract extends contract.EventContract>({ example }: Contract, applicationId: string, more: object = {}) =>
  ({ ...(example as object), applicationId, ...more }) as contract.DataOf<Contract>;

async function submitted(id: string): Promise<void> {
  await publish(contract.ApplicationDrafted, id, of(contract.ApplicationDrafted, id));
  await publish(contract.ApplicationMemberJoined, id, of(contract.ApplicationMemberJoined, id));
  const team = [
    ...contract.ApplicationSubmitted.example.team,
    { personId: 'david', organisationId: 'inserm', role: 'member' },
  ];
  await publish(contract.ApplicationSubmitted, id, of(contract.ApplicationSubmitted, id, { team }));
  await until(id, (body) => body.status === 'SUBMITTED');
}

const until = (id: string, check: (body: any) => boolean) =>
  eventually(async () => {
    const { body } = await gateway.as('claire').get(`/dossiers/${id}`);
    if (!check(body)) throw new Error(JSON.stringify(body));
    return body;
  });

/** Reads a live stream until told to stop; what has come so far is in `entries`. */
async function follow(who: string, id: string, last?: number) {
  const abort = new AbortController();
  const headers = {
    authorization: `Bearer outside-${who}`,
    accept: 'text/event-stream',
    ...(last !== undefined && { 'last-event-id': String(last) }),
  };
  const response = await fetch(`${gateway.url}/dossiers/${id}/stream`, { headers, signal: abort.signal });
  const entries: { id: number; type: string }[] = [];
  const state = { entries, status: response.status, ended: false, stop: () => abort.abort() };
  void (async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, number, data] = text.slice(0, end).match(/^id: (\d+)\nevent: entry\ndata: (.*)$/) ?? [];
        if (data) entries.push({ id: Number(number), type: JSON.parse(data).type });
        text = text.slice(end + 2);
      }
    }
    state.ended = true;
  })().catch(() => {});
  return state;
}

describe('a dossier', () => {
  it('shows status, case, clocks and timeline, composed from three services, each event once', async () => {
    await submitted('a1');
    const caseEvent = of(contract.CaseFoundComplete, 'a1');
    await publish(contract.CaseOpened, 'c1', of(contract.CaseOpened, 'a1'));
    await publish(contract.CaseFoundComplete, 'c1', caseEvent, { id: 'same' });
    await publish(contract.CaseFoundComplete, 'c1', caseEvent, { id: 'same' });
    await publish(contract.WorkspaceActivated, 'w1', of(contract.WorkspaceActivated, 'a1'));
    const body = await until(
      'a1',
      ({ workspaces, subStatus }) => workspaces?.length === 1 && subStatus === 'COMMITTEE_REVIEW',
    );
    expect(body).toMatchObject({
      caseId: contract.CaseOpened.example.caseId,
      due: [{ clock: 'COMMITTEE_OPINION', dueAt: caseEvent.opinionDueAt }],
      lastEntry: 6,
    });
    expect(body.timeline.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(body.timeline.filter(({ type }: { type: string }) => type === contract.CaseFoundComplete.type)).toHaveLength(
      1,
    );
    expect(body.timeline[0]).toMatchObject({
      en: 'A draft was begun.',
      fr: 'Un brouillon a été commencé.',
      actor: 'test',
    });
  });

  it('is composed by two processes, each building on what the other wrote, each event once', async () => {
    const { app } = gateway.under.service;
    const [one, other] = [new DossierStore(app.get(Database)), new DossierStore(app.get(Database))];
    const compose = (store: DossierStore, event: contract.EventContract) => {
      const received = {
        id: `two-${event.type}`,
        type: event.type,
        time: new Date(),
        actor: 'test',
        data: of(event, 'a9'),
      };
      return store.compose(received as unknown as Received, 'a9', 'test.compose');
    };
    await compose(one, contract.ApplicationDrafted);
    await compose(other, contract.ApplicationMemberJoined);
    await compose(one, contract.ApplicationSubmitted);
    await compose(one, contract.ApplicationMemberJoined);
    await compose(one, contract.CaseOpened);
    await compose(other, contract.CaseFoundComplete);
    const entries = await one.entriesAfter('a9', 0);
    expect(entries.map(({ number, type }) => [number, type])).toEqual([
      [1, contract.ApplicationDrafted.type],
      [2, contract.ApplicationMemberJoined.type],
      [3, contract.ApplicationSubmitted.type],
      [4, contract.CaseOpened.type],
      [5, contract.CaseFoundComplete.type],
    ]);
  });

  it('does not exist for outsiders, nor for a recused member', async () => {
    await submitted('a2');
    await publish(contract.CaseOpened, 'c2', of(contract.CaseOpened, 'a2'));
    await publish(contract.CaseFoundComplete, 'c2', of(contract.CaseFoundComplete, 'a2'));
    await eventually(async () => expect((await gateway.as('member-3').get('/dossiers/a2')).status).toBe(200));
    await publish(contract.CaseInterestDeclared, 'c2', of(contract.CaseInterestDeclared, 'a2'));
    await eventually(async () => expect((await gateway.as('member-3').get('/dossiers/a2')).status).toBe(404));
    const hidden = await gateway.as('eve').get('/dossiers/a2');
    expect(hidden.status).toBe(404);
    expect(hidden.body.code).toEqual((await gateway.as('eve').get('/dossiers/never')).body.code);
    expect((await gateway.as('eve').get('/dossiers/a2/stream')).status).toBe(404);
    expect((await gateway.as('officer').get('/dossiers/a2')).status).toBe(200);
    expect((await gateway.anyone.get('/dossiers/a2')).status).toBe(401);
    const lists = await Promise.all(
      ['eve', 'member-3', 'officer', 'david'].map(async (who) => {
        const { body } = await gateway.as(who).get('/dossiers?limit=200');
        return body.items.some(({ applicationId }: { applicationId: string }) => applicationId === 'a2');
      }),
    );
    expect(lists).toEqual([false, false, true, true]);
  });
});

describe('the live stream', () => {
  it('brings entries as they come, and resumes exactly after the last one had', async () => {
    await submitted('a3');
    const first = await follow('claire', 'a3');
    await eventually(() => expect(first.entries.map(({ id }) => id)).toEqual([1, 2, 3]));
    await publish(contract.CaseOpened, 'c3', of(contract.CaseOpened, 'a3'));
    await eventually(() => expect(first.entries.at(-1)).toEqual({ id: 4, type: contract.CaseOpened.type }));
    first.stop();
    await publish(contract.CaseFoundComplete, 'c3', of(contract.CaseFoundComplete, 'a3'));
    await until('a3', ({ lastEntry }) => lastEntry === 5);
    const second = await follow('claire', 'a3', 4);
    await eventually(() => expect(second.entries.map(({ id }) => id)).toEqual([5]));
    await publish(contract.CaseVoteCast, 'c3', of(contract.CaseVoteCast, 'a3'));
    await eventually(() => expect(second.entries.map(({ id }) => id)).toEqual([5, 6]));
    second.stop();
  });

  it('ends for a member who left, and for nobody else', async () => {
    await submitted('a4');
    const [stays, leaves] = [await follow('claire', 'a4'), await follow('david', 'a4')];
    await eventually(() => expect([stays.entries.length, leaves.entries.length]).toEqual([3, 3]));
    await publish(contract.ApplicationMemberLeft, 'a4', of(contract.ApplicationMemberLeft, 'a4'));
    await eventually(() => expect([leaves.ended, stays.entries.length]).toEqual([true, 4]));
    expect([stays.ended, leaves.entries.length]).toEqual([false, 3]);
    stays.stop();
  });

  it('ends at once when the mandate ends, and so does every remembered token', async () => {
    await submitted('a5');
    const stream = await follow('david', 'a5');
    await eventually(() => expect(stream.entries).toHaveLength(3));
    gateway.people.splice(gateway.people.indexOf(david), 1);
    expect((await gateway.as('david').get('/dossiers/a5')).status).toBe(200); // remembered
    await publish(contract.MandateEnded, 'm-david', { ...contract.MandateEnded.example, personId: 'david' });
    await eventually(() => expect(stream.ended).toBe(true), 3_000);
    expect((await gateway.as('david').get('/dossiers/a5')).status).toBe(401);
    expect((await gateway.as('claire').get('/dossiers/a5')).status).toBe(200);
  });
});

describe('the one OpenAPI document', () => {
  it('holds the gateway’s own routes and those of the services', async () => {
    gateway.stubs.review.openapi = {
      openapi: '3.1.0',
      info: {},
      paths: { '/cases': { get: { operationId: 'Case.list', responses: {} } } },
      components: { schemas: { Problem: { type: 'null' } } },
    };
    const { body, status } = await gateway.anyone.get('/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/dossiers', '/dossiers/{applicationId}', '/cases']),
    );
    expect(body.components.schemas).toHaveProperty('ReviewProblem');
    for (const [, name] of JSON.stringify(body).matchAll(/#\/components\/schemas\/([^"]+)/g))
      expect(body.components.schemas).toHaveProperty(name as string);
  });
});

describe('limits', () => {
  it('are per person and say when to come back', async () => {
    const tight = await gatewayUnderTest([claire, david], { requestsPerMinute: 5 });
    try {
      for (let n = 0; n < 5; n++) expect((await tight.as('claire').get('/catalog/x')).status).toBe(200);
      const refused = await tight.as('claire').get('/catalog/x');
      expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await tight.as('david').get('/catalog/x')).status).toBe(200);
      for (let n = 0; n < 6; n++) expect((await tight.anyone.get('/health/live')).status).toBe(200);
    } finally {
      await tight.stop();
    }
  });
});
