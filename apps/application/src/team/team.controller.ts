import { createHash, createHmac } from 'node:crypto';
import { Ids, isRefusal, type Person, refuse } from '@hub/decider';
import {
  Answers,
  ApiTags,
  Caller,
  CommandAnswer,
  idBegunBy,
  OrderAnew,
  OrderOnSeen,
  type PersonalOrder,
} from '@hub/http-edge';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { application, hasContent } from '../application/application.js';
import { ApplicationStore } from '../application/application.store.js';
import { sealText } from '../attachment/sealed-file.client.js';
import type { ApplicationSettings } from '../settings.config.js';
import { acceptInvitation } from './accept-invitation.js';
import { BearerStore } from './bearer.store.js';
import { handOverLead } from './hand-over-lead.js';
import { inviteByLink } from './invite-by-link.js';
import { LetterStore } from './letter.store.js';
import { recallInvitation } from './recall-invitation.js';
import { AcceptanceInput, LeadInput, LetterInput } from './team.inputs.js';

@ApiTags('team')
@Controller()
export class TeamController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(BearerStore) private readonly asBearer: BearerStore,
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject('application:settings') private readonly settings: ApplicationSettings,
    @Inject('application:new-secret') private readonly newSecret: () => string,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /** The lead's: who is invited, until when, and what became of the letter; no address. */
  @Get('applications/:id/invitations')
  async list(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.applications.read(id, person);
    if (isRefusal(found)) return found;
    const { state } = found;
    if (!hasContent(state) || !application.relations(state, person).includes('lead'))
      return refuse('forbidden', { by: ['lead'] });
    const letters = await this.letters.states(id);
    const byLink = state.links.map(({ secretHash: _hash, ...link }) => ({
      ...link,
      letter: letters.get(link.invitationId),
    }));
    return { items: [...byLink, ...state.invitations] };
  }

  /** Invites by a letter with a link that can be used once. */
  @Post('applications/:id/invitations/letters')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async write(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: LetterInput) {
    const { email, role, language = 'en' } = input;
    if (!this.settings.post) return refuse('no-letters-here');
    const found = await this.applications.read(id, order.actor);
    if (isRefusal(found)) return found;
    const [invitationId, secret] = [idBegunBy(order, this.ids), this.newSecret()];
    const recipient = createHmac('sha256', this.settings.key).update(email).digest('base64url');
    const command = { invitationId, role, recipient };
    const secretHash = hashOf(secret);
    if (this.applications.allowed(found.state, order.actor).includes('invite-by-link')) {
      const data = JSON.stringify({ to: email, secret, role, language });
      await this.letters.prepare(invitationId, id, secretHash, sealText(this.settings.key, invitationId, data));
    }
    const answer = await this.applications.execute(inviteByLink, id, command, order, { secretHash });
    return isRefusal(answer) ? answer : { ...answer, invitationId };
  }

  @Delete('applications/:id/invitations/:invitationId')
  @Answers(CommandAnswer)
  recall(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Param('invitationId') invitationId: string) {
    return this.applications.execute(recallInvitation, id, { invitationId }, order);
  }

  @Put('applications/:id/lead')
  @Answers(CommandAnswer)
  handOver(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: LeadInput) {
    return this.applications.execute(handOverLead, id, input, order);
  }

  /** Joins the team that the letter invites to, for the organisation that the person acts for. */
  @Post('invitations/acceptance')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async accept(@OrderAnew() order: PersonalOrder, @Body() { secret }: AcceptanceInput) {
    const secretHash = hashOf(secret);
    const id = await this.letters.applicationOf(secretHash);
    if (id === undefined) return refuse('invitation-void');
    const answer = await this.asBearer.execute(acceptInvitation, id, { secretHash }, order);
    // In which state the application is concerns nobody whom it does not invite any more.
    const silent = isRefusal(answer) && ['not-found', 'forbidden', 'not-allowed-now'].includes(answer.refused);
    return silent ? refuse('invitation-void') : answer;
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
