import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationDrafted, ApplicationMemberJoined, type EventContract, MandateGiven } from '@hub/contracts';
import { Database } from '@hub/event-store';
import {
  type CapturedLetter,
  eventually,
  lettersIn,
  type MailCapture,
  publish,
  type ServiceUnderTest,
  startMailCapture,
  testService,
} from '@hub/testkit';
import { notificationService } from '../src/service.module.js';

/** The service with a real mail server that a test can take away. */
export class NotificationUnderTest {
  mail: MailCapture;

  private constructor(
    readonly hub: ServiceUnderTest,
    private readonly dir: string,
    mail: MailCapture,
  ) {
    this.mail = mail;
  }

  static async start({ letters = true } = {}): Promise<NotificationUnderTest> {
    const dir = await mkdtemp(join(tmpdir(), 'hub-letters-'));
    const mail = await startMailCapture({ dir });
    const smtp = letters ? { url: mail.url, from: 'Hub <hub@hub.example>' } : undefined;
    const settings = {
      portal: 'https://portal.example',
      smtp,
      key: Buffer.alloc(32, 7),
      demonstration: true,
      roundMs: 50,
    };
    return new NotificationUnderTest(await testService(notificationService(settings)), dir, mail);
  }

  /** People of the committee and the hub, and an application of Claire's and David's. */
  async people(applicationId: string): Promise<void> {
    const roles = { officer: 'hub_officer', president: 'committee_president', 'member-3': 'committee_member' };
    for (const [personId, role] of Object.entries(roles))
      await this.announce(MandateGiven, `m-${personId}`, {
        mandateId: `m-${personId}`,
        personId,
        organisationId: 'hdh',
        role,
        from: '2020-01-01',
      });
    const procedure = { procedure: 'FR_AUTHORISATION', procedureVersion: 1 };
    await this.announce(ApplicationDrafted, applicationId, {
      applicationId,
      ...procedure,
      leadId: 'claire',
      organisationId: 'inserm',
    });
    const member = { personId: 'david', organisationId: 'inserm', role: 'member' };
    await this.announce(ApplicationMemberJoined, applicationId, { applicationId, invitationId: 'i', member });
    await this.asked('SELECT FROM mandate', 3);
    await this.asked(
      `SELECT FROM case_file WHERE application_id = '${applicationId}' AND state->'team' @> '["david"]'`,
      1,
    );
  }

  announce = (contract: EventContract, subject: string, data: object, id?: string): Promise<string> =>
    publish(contract, subject, data as never, { time: this.hub.clock.now(), ...(id && { id }) });

  /** Waits until a query has this many rows. */
  async asked(query: string, rows: number): Promise<void> {
    await eventually(async () => expect(await this.count(query)).toBe(rows), 20_000);
  }

  async count(query: string): Promise<number> {
    const { rowCount } = await this.hub.service.app.get(Database).pool.query(query);
    return rowCount ?? 0;
  }

  letters = (): Promise<CapturedLetter[]> => lettersIn(this.dir);

  async lettersOf(person: string): Promise<CapturedLetter[]> {
    return (await this.letters()).filter(({ to }) => to.startsWith(`${person}@`));
  }

  /** Waits until a person has this many. */
  async lettersTo(person: string, count: number): Promise<CapturedLetter[]> {
    return eventually(async () => {
      const found = await this.lettersOf(person);
      expect(found).toHaveLength(count);
      return found;
    }, 20_000);
  }

  /** The mail server goes away, and comes back at the same place. */
  async withoutMail(work: () => Promise<void>): Promise<void> {
    const { port } = this.mail;
    await this.mail.stop();
    await work();
    this.mail = await startMailCapture({ dir: this.dir, port });
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    await this.mail.stop();
    await rm(this.dir, { recursive: true, force: true });
  }
}
