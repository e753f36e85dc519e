import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationSubmitted, type DataOf, ownerOf, topics } from '@hub/contracts';
import type { Person } from '@hub/decider';
import type { RunningService } from '@hub/http-edge';
import { type Caller, eventually, Heard, person, publish, type ServiceUnderTest, testService } from '@hub/testkit';
import pg from 'pg';
import { service } from '../src/review.module.js';

const named = {
  claire: person('claire', 'inserm', 'applicant'),
  /** The same account as the lead's, acting for her other organisation. */
  'claire-elsewhere': person('claire', 'institut-curie', 'applicant'),
  david: person('david', 'inserm', 'applicant'),
  eve: person('eve', 'institut-curie', 'applicant'),
  officer: person('officer', 'hdh', 'hub_officer'),
  'officer-2': person('officer-2', 'hdh', 'hub_officer'),
  president: person('president', 'cesrees', 'committee_president'),
  /** Presides in the president's place. */
  'president-2': person('president-2', 'cesrees', 'committee_president'),
  'rapporteur-1': person('rapporteur-1', 'cesrees', 'committee_member'),
  'rapporteur-2': person('rapporteur-2', 'cesrees', 'committee_member'),
  'member-1': person('member-1', 'cesrees', 'committee_member'),
  'member-2': person('member-2', 'cesrees', 'committee_member'),
  'member-3': person('member-3', 'cesrees', 'committee_member'),
  holder: person('holder', 'cnam', 'data_holder'),
  'holder-2': person('holder-2', 'cnam', 'data_holder'),
  authority: person('authority', 'cnil', 'authority_officer'),
  'authority-2': person('authority-2', 'cnil', 'authority_officer'),
  'authority-3': person('authority-3', 'cnil', 'authority_officer'),
  engineer: person('engineer', 'hdh', 'workspace_engineer'),
  auditor: person('auditor', 'cour-des-comptes', 'auditor'),
} satisfies Record<string, Person>;

/** More of the committee: two reports a file, four files a month. */
export const readers = Array.from({ length: 24 }, (_, number) => `reader-${number + 1}` as const);

export type Who = keyof typeof named | (typeof readers)[number];

export const people: Readonly<Record<Who, Person>> = {
  ...named,
  ...(Object.fromEntries(readers.map((id) => [id, person(id, 'cesrees', 'committee_member')])) as Record<
    (typeof readers)[number],
    Person
  >),
};

export const scope = {
  datasets: [{ datasetId: 'bleeds', tables: [{ table: 'person', columns: ['person_id', 'birth_year'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
export const team = [
  { personId: 'claire', organisationId: 'inserm', role: 'lead' as const },
  { personId: 'david', organisationId: 'inserm', role: 'member' as const },
];

export const grounds = {
  methodology: 'Sound.',
  necessityOfPersonalData: 'Shown.',
  scientificAndEthicalRelevance: 'High.',
  publicInterest: 'Plain.',
};

type ProjectFacts = Pick<DataOf<typeof ApplicationSubmitted>, 'parties' | 'use'>;

/** The review service, and what its people do with it in the tests. */
export class ReviewUnderTest {
  private constructor(
    readonly hub: ServiceUnderTest,
    readonly heard: Heard,
    private readonly folder: string,
  ) {}

  readonly people = people;
  private filesGiven = 0;
  private looking: pg.Pool | undefined;

  static async start(): Promise<ReviewUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'hub-review-'));
    process.env.PERMIT_KEY_FILE = join(folder, 'permit.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(process.env.PERMIT_KEY_FILE, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const hub = await testService(service);
    return new ReviewUnderTest(hub, await Heard.on(...topics.filter((topic) => ownerOf(topic) === 'review')), folder);
  }

  async stop(): Promise<void> {
    await this.heard.stop();
    await this.looking?.end();
    await this.hub.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** The service process ends… */
  stopService = () => this.hub.service.close();

  /** …and another begins, on the same database and at the same time as the test's clock shows. */
  another = (): Promise<RunningService> => this.hub.another();

  /** All that `another` started end. */
  stopOthers = () => this.hub.stopOthers();

  /** The API of another process, as this person. */
  at = (process: RunningService, who: Who): Promise<Caller> => this.hub.at(process, people[who] as Person);

  /** Announces a submission as the application service would; answers the event's id. */
  submit(
    applicationId: string,
    options: { id?: string; version?: number; procedure?: string; procedureVersion?: number } = {},
    facts: ProjectFacts = {},
  ): Promise<string> {
    const submittedAt = this.hub.clock.now().toISOString();
    const lead = { leadId: 'claire', organisationId: 'inserm' };
    const { procedure = 'FR_AUTHORISATION', procedureVersion = 1 } = options;
    return publish(
      ApplicationSubmitted,
      applicationId,
      { applicationId, procedure, procedureVersion, ...lead, team, scope, ...facts, submittedAt },
      options,
    );
  }

  /** Submits, and waits for the case to be there; answers its id. */
  async opened(
    applicationId: string,
    procedure = 'FR_AUTHORISATION',
    facts: ProjectFacts = {},
    procedureVersion = 1,
  ): Promise<string> {
    await this.submit(applicationId, { procedure, procedureVersion }, facts);
    return eventually(async () => {
      const { status, body } = await this.get('officer', `/cases/by-application/${applicationId}`);
      if (status !== 200) throw new Error(`no case yet: ${status}`);
      return body.id as string;
    });
  }

  async get(who: Who | undefined, path: string) {
    return (await this.hub.as(who ? people[who] : undefined)).get(path);
  }

  /** A command on the version that is there now. */
  async order(who: Who, path: string, body?: unknown, version?: number) {
    const [, root, id] = path.split('/');
    const seen = version ?? (await this.versionOf(`/${root}/${id}`));
    return (await this.hub.as(people[who])).post(path, body, { version: seen });
  }

  /** A command that must succeed. */
  async does(who: Who, path: string, body?: unknown) {
    const reply = await this.order(who, path, body);
    if (reply.status !== 200) throw new Error(`${who} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** From a case before the committee to an open vote. */
  async toTheVote(id: string): Promise<void> {
    const present: Who[] = ['president', 'rapporteur-1', 'rapporteur-2', 'member-1'];
    const rapporteurs = this.nextRapporteurs();
    for (const member of new Set([...present, ...rapporteurs]))
      await this.does(member, `/cases/${id}/interests`, { interest: false });
    await this.does('president', `/cases/${id}/rapporteurs`, { rapporteurs });
    for (const who of rapporteurs) {
      await this.does(who, `/cases/${id}/reports`, { text: 'Read with care.', proposal: 'FAVOURABLE' });
    }
    await this.does('president', `/cases/${id}/vote`, { present });
  }

  /** Two of the committee who have not been given four files yet. */
  nextRapporteurs(): Who[] {
    const pair = Math.floor(this.filesGiven++ / 4);
    return pair === 0 ? ['rapporteur-1', 'rapporteur-2'] : readers.slice(2 * pair - 2, 2 * pair);
  }

  /** From a new case to one that the authority has on its table, with this opinion. */
  async toTheAuthority(applicationId: string, opinion = 'FAVOURABLE'): Promise<string> {
    const id = await this.opened(applicationId);
    await this.does('officer', `/cases/${id}/completeness`, {});
    await this.toTheVote(id);
    for (const who of ['president', 'rapporteur-1', 'member-1'] as const)
      await this.does(who, `/cases/${id}/votes`, { vote: opinion });
    await this.does('president', `/cases/${id}/opinion`, { grounds, recommendations: 'Fewer columns.' });
    await this.does('claire', `/cases/${id}/authority`);
    return id;
  }

  /** The same, many times: by one connection that stays. */
  look(sql: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    this.looking ??= new pg.Pool({ connectionString: this.hub.database.url, max: 1 });
    return this.looking.query(sql, values);
  }

  /** Looks into the service's own tables. */
  async rows(sql: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    const client = new pg.Client({ connectionString: this.hub.database.url });
    await client.connect();
    return client.query(sql, values).finally(() => client.end());
  }

  /** Waits for a case's permit; answers its id. */
  permitOf(caseId: string): Promise<string> {
    return eventually(async () => {
      const { body } = await this.get('officer', `/cases/${caseId}`);
      if (!body.permitId) throw new Error('no permit yet');
      return body.permitId as string;
    });
  }

  private async versionOf(path: string): Promise<number> {
    for (const who of ['officer', 'auditor'] as const) {
      const { status, body } = await this.get(who, path);
      if (status === 200) return body.version;
    }
    throw new Error(`nothing at ${path}`);
  }
}
