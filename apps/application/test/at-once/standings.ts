import { randomUUID } from 'node:crypto';
import { CaseInformationRequested, CaseOpened } from '@hub/contracts';
import type { Person } from '@hub/decider';
import type { RunningService } from '@hub/http-edge';
import { type Attempt, type Contest, eventually, person, publish, type ServiceUnderTest } from '@hub/testkit';
import { ApplicationStore } from '../../src/application/application.store.js';
import { inviteByLink } from '../../src/team/invite-by-link.js';
import { LetterStore } from '../../src/team/letter.store.js';
import { pdf } from '../small-files.js';
import { readyToSubmit, submitted } from '../submitted.js';

export const claire = person('claire', 'inserm', 'applicant');
export const david = person('david', 'inserm', 'applicant');
export const eve = person('eve', 'institut-curie', 'applicant');
export const fay = person('fay', 'institut-curie', 'applicant');

interface Order {
  readonly method?: Attempt['method'];
  readonly path: string;
  readonly body?: unknown;
}

/** Applications brought to where somebody decides. */
export class Standings {
  constructor(
    private readonly hub: ServiceUnderTest,
    private readonly second: RunningService,
  ) {}

  private lead = () => this.hub.as(claire);

  /** Both give an order on what they have seen of an application, each to a process of its own. */
  async both(id: string, [one, other]: readonly [Person, Person], order: Order, told?: number[]): Promise<Contest> {
    const { version } = (await (await this.lead()).get(`/applications/${id}`)).body;
    const attempt = { ...order, path: `/applications/${id}${order.path}`, version };
    return this.meeting(id, [one, other], attempt, told);
  }

  async meeting(
    id: string,
    [one, other]: readonly [Person, Person],
    order: Omit<Attempt, 'caller'>,
    told?: readonly number[],
  ): Promise<Contest> {
    const [here, there] = [await this.hub.as(one), await this.hub.at(this.second, other)];
    return {
      ...{ stream: `application/${id}`, topic: 'hub.application.application.v1', told },
      attempts: [
        { ...order, caller: here },
        { ...order, caller: there },
      ],
    };
  }

  drafted = async (): Promise<string> =>
    (await (await this.lead()).post('/applications', { procedure: 'FR_AUTHORISATION' })).body.id;

  invited = async () => {
    const id = await this.drafted();
    await (await this.lead()).post(
      `/applications/${id}/invitations`,
      { personId: 'david', role: 'member' },
      { version: 1 },
    );
    return id;
  };

  /** With somebody beside the lead. */
  team = async () => {
    const id = await this.invited();
    await (await this.hub.as(david)).post(`/applications/${id}/team`);
    return id;
  };

  readyToSubmit = async () => readyToSubmit(await this.lead());

  submitted = async () => submitted(await this.lead());

  /** The lead was asked for information and has changed what is marked. */
  answering = async () => {
    const id = await this.submitted();
    const lead = await this.lead();
    const [caseId, about] = [`case-of-${id}`, { applicationId: id, requestId: randomUUID() }];
    await publish(CaseOpened, caseId, { ...about, caseId, procedure: 'FR_AUTHORISATION', procedureVersion: 1 });
    await publish(CaseInformationRequested, caseId, {
      ...{ ...about, caseId, fields: ['purpose.aim'], phase: 'PRE_SCREENING', dueAt: '2026-03-30T21:59:59.999Z' },
    });
    await eventually(async () => {
      const { version } = (await lead.get(`/applications/${id}`)).body;
      const body = { answers: { 'purpose.aim': 'Better.' } };
      const { status } = await lead.put(`/applications/${id}/answers`, body, { version });
      expect(status).toBe(200);
    });
    return id;
  };

  /** Somebody holds a letter with this secret's link. */
  linked = async (secretHash: string, invitationId = randomUUID()) => {
    const id = await this.drafted();
    const { app } = this.hub.service;
    await app.get(LetterStore).prepare(invitationId, id, secretHash, Buffer.alloc(0));
    const order = { actor: claire, correlationId: 'letter' };
    const command = { invitationId, role: 'member' as const, recipient: 'somebody' };
    await app.get(ApplicationStore).execute(inviteByLink, id, command, order, { secretHash });
    return id;
  };

  attached = async () => {
    const id = await this.team();
    const headers = { 'content-type': 'application/octet-stream' };
    const { body } = await (await this.lead()).post(`/applications/${id}/attachments?name=protocol.pdf`, pdf, {
      headers,
    });
    return { id, attachmentId: body.attachmentId as string };
  };
}
