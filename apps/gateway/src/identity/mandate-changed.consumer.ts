import {
  MandateConfirmed,
  MandateDelegated,
  MandateDelegationEnded,
  MandateEnded,
  MandateGiven,
  MandateSuspended,
} from '@hub/contracts';
import { Database } from '@hub/event-store';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { Announcements } from '../announcements.client.js';
import { TokenExchange } from './exchange.client.js';

/** Told to every process of the gateway: this person's mandates have changed. */
export const mandateChannel = 'gateway_mandate';

const reaction = 'gateway.ask-anew-when-mandate-changed';

/** Forgets the hub tokens of somebody whose mandates changed. Doing it twice does no harm, so no receipt is kept. */
@Controller()
export class MandateChanged {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Announcements) announcements: Announcements,
    @Inject(TokenExchange) tokens: TokenExchange,
  ) {
    announcements.on(mandateChannel, (personId) => tokens.forget(personId));
  }

  @Reaction(reaction, MandateEnded)
  async ended({ data }: Received<typeof MandateEnded>): Promise<void> {
    await this.announce(data.personId);
  }

  @Reaction(reaction, MandateGiven)
  async given({ data }: Received<typeof MandateGiven>): Promise<void> {
    await this.announce(data.personId);
  }

  @Reaction(reaction, MandateSuspended)
  async suspended({ data }: Received<typeof MandateSuspended>): Promise<void> {
    await this.announce(data.personId);
  }

  @Reaction(reaction, MandateConfirmed)
  async confirmed({ data }: Received<typeof MandateConfirmed>): Promise<void> {
    await this.announce(data.personId);
  }

  @Reaction(reaction, MandateDelegated)
  async delegated({ data }: Received<typeof MandateDelegated>): Promise<void> {
    await this.announce(data.delegateId);
  }

  @Reaction(reaction, MandateDelegationEnded)
  async delegationEnded({ data }: Received<typeof MandateDelegationEnded>): Promise<void> {
    await this.announce(data.delegateId);
  }

  private async announce(personId: string): Promise<void> {
    await this.database.query('mandate_changed', 'SELECT pg_notify($1, $2)', [mandateChannel, personId]);
  }
}
