import { createHash, randomUUID } from 'node:crypto';
import { join as joined } from 'node:path';
import type { CommandsOfService, Contest, Deciding } from '@hub/testkit';
import { chooseBasket } from '../../src/application/choose-basket.js';
import { commands as applicationCommands } from '../../src/application/commands.js';
import { draftFrom } from '../../src/application/copy.js';
import { discard } from '../../src/application/discard.js';
import { draft } from '../../src/application/draft.js';
import { invite } from '../../src/application/invite.js';
import { join } from '../../src/application/join.js';
import { leave } from '../../src/application/leave.js';
import { provideInformation } from '../../src/application/provide-information.js';
import { saveAnswers } from '../../src/application/save-answers.js';
import { submit } from '../../src/application/submit.js';
import { withdraw } from '../../src/application/withdraw.js';
import { attachFile } from '../../src/attachment/attach-file.js';
import { removeFile } from '../../src/attachment/remove-file.js';
import { sendMessage } from '../../src/message/send-message.js';
import { acceptInvitation } from '../../src/team/accept-invitation.js';
import { handOverLead } from '../../src/team/hand-over-lead.js';
import { inviteByLink } from '../../src/team/invite-by-link.js';
import { recallInvitation } from '../../src/team/recall-invitation.js';
import { basket } from '../submitted.js';
import { claire, david, eve, fay, type Standings } from './standings.js';

const team = [claire, david] as const;
/** The lead alone decides: twice, from two windows. */
const lead = [claire, claire] as const;
const answers = { answers: { 'purpose.aim': 'Ours.' } };
const letter = { email: 'somebody@example.org', role: 'member' };

export const deciding: readonly Deciding<Standings>[] = [
  [
    chooseBasket,
    async (at) => at.both(await at.readyToSubmit(), lead, { method: 'PUT', path: '/basket', body: basket }),
  ],
  [saveAnswers, async (at) => at.both(await at.team(), team, { method: 'PUT', path: '/answers', body: answers })],
  [removeFile, removesFile],
  [
    invite,
    async (at) =>
      at.both(await at.drafted(), lead, { path: '/invitations', body: { personId: 'gus', role: 'member' } }),
  ],
  // In the team by the first, the same person is not invited any more.
  [join, async (at) => at.meeting(...joining(await at.invited()))],
  // Taken out of the team, somebody does not find the application any more.
  [leave, async (at) => at.both(await at.team(), team, { method: 'DELETE', path: '/team/david' }, [404, 412])],
  [inviteByLink, async (at) => at.both(await at.drafted(), lead, { path: '/invitations/letters', body: letter })],
  [recallInvitation, recalls],
  [acceptInvitation, accepts],
  // Who has handed the lead over leads no more.
  [
    handOverLead,
    async (at) => at.both(await at.team(), lead, { method: 'PUT', path: '/lead', body: { personId: 'david' } }, [403]),
  ],
  [submit, async (at) => at.both(await at.readyToSubmit(), lead, { path: '/submission' })],
  [provideInformation, async (at) => at.both(await at.answering(), lead, { path: '/information' })],
  [withdraw, async (at) => at.both(await at.submitted(), lead, { path: '/withdrawal' })],
  // What is discarded is there for nobody.
  [discard, async (at) => at.both(await at.drafted(), lead, { method: 'DELETE', path: '' }, [404])],
];

function joining(id: string) {
  return [id, [david, david] as const, { path: `/applications/${id}/team` }, [403]] as const;
}

async function removesFile(at: Standings): Promise<Contest> {
  const { id, attachmentId } = await at.attached();
  return at.both(id, team, { method: 'DELETE', path: `/attachments/${attachmentId}` });
}

async function recalls(at: Standings): Promise<Contest> {
  const invitationId = randomUUID();
  const id = await at.linked(randomUUID(), invitationId);
  return at.both(id, lead, { method: 'DELETE', path: `/invitations/${invitationId}` });
}

/** The letter was passed on: two hold it. */
async function accepts(at: Standings): Promise<Contest> {
  const secret = randomUUID();
  const id = await at.linked(createHash('sha256').update(secret).digest('hex'));
  return at.meeting(id, [eve, fay], { path: '/invitations/acceptance', body: { secret } });
}

export const commands: CommandsOfService = {
  source: joined(import.meta.dirname, '../../../src'),
  aggregates: [applicationCommands, [sendMessage]],
  contested: deciding.map(([command]) => command),
  uncontested: [
    [draft, 'begins an application of its own; two are two applications'],
    [draftFrom, 'begins an application of its own; two are two applications'],
    [attachFile, 'adds a file of its own; two are two files'],
    [sendMessage, 'says something more; two are two messages'],
  ],
};
