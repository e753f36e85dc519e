import { MandateConfirmed, MandateEnded, MandateGiven, MandateSuspended } from '@hub/contracts';
import { accepted, inReactionTo, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { Seating } from '../query/seating.client.js';
import { endAccess, restoreAccess } from '../workspace/follow-permit.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';

const reaction = 'provisioning.end-access-when-mandate-ends';

/** The mandate under which people of a team act; an officer's or checker's mandate gives no access here. */
const membersRole = 'applicant';

@Controller()
export class EndAccessWhenMandateEnds {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(Seating) private readonly seating: Seating,
  ) {}

  @Reaction(reaction, MandateEnded)
  async ended(event: Received<typeof MandateEnded>): Promise<void> {
    if (event.data.role === membersRole) await this.everywhere(event, event.data, endAccess);
  }

  @Reaction(reaction, MandateGiven)
  async given(event: Received<typeof MandateGiven>): Promise<void> {
    if (event.data.role === membersRole) await this.everywhere(event, event.data, restoreAccess);
  }

  /** Nobody confirmed it in time: as good as ended, until somebody does. */
  @Reaction(reaction, MandateSuspended)
  async suspended(event: Received<typeof MandateSuspended>): Promise<void> {
    if (event.data.role === membersRole) await this.everywhere(event, event.data, endAccess);
  }

  @Reaction(reaction, MandateConfirmed)
  async confirmed(event: Received<typeof MandateConfirmed>): Promise<void> {
    if (event.data.role === membersRole) await this.everywhere(event, event.data, restoreAccess);
  }

  private async everywhere(
    event: Received,
    { personId, organisationId }: { personId: string; organisationId: string },
    slice: typeof endAccess | typeof restoreAccess,
  ) {
    const order = inReactionTo(event, reaction);
    for (const id of await this.workspaces.naming(personId, organisationId)) {
      // One event reaches several workspaces: each is done once.
      const once = { scope: reaction, key: `${event.id}:${id}` };
      accepted(await this.workspaces.execute(slice, id, { personId, organisationId }, { ...order, once }));
    }
    await this.seating.checkNow();
  }
}
