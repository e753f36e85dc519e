import { PermitAmended, PermitExpired, PermitRevoked } from '@hub/contracts';
import { accepted, inReactionTo, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { PreparationWorker } from '../jobs/preparation-worker.client.js';
import { Seating } from '../query/seating.client.js';
import { followPermit, lock } from '../workspace/follow-permit.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';

const reaction = 'provisioning.end-access-when-permit-changes';

/** Whoever leaves the permit leaves the workspace: the event first, then the sandbox that may be running. */
@Controller()
export class EndAccessWhenPermitChanges {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(Seating) private readonly seating: Seating,
    @Inject(PreparationWorker) private readonly worker: PreparationWorker,
  ) {}

  @Reaction(reaction, PermitAmended)
  async amended(event: Received<typeof PermitAmended>): Promise<void> {
    const { baseId, permitId, applicationId, organisationId, team, scope, validFrom, validUntil } = event.data;
    const permission = { permitId, applicationId, organisationId, team, scope, validFrom, validUntil };
    accepted(await this.workspaces.execute(followPermit, baseId, { permission }, inReactionTo(event, reaction)));
    await this.seating.checkNow();
    this.worker.nudge();
  }

  @Reaction(reaction, PermitRevoked)
  revoked(event: Received<typeof PermitRevoked>): Promise<void> {
    return this.end(event, event.data.baseId, 'revoked');
  }

  @Reaction(reaction, PermitExpired)
  expired(event: Received<typeof PermitExpired>): Promise<void> {
    return this.end(event, event.data.baseId, 'expired');
  }

  private async end(event: Received, baseId: string, cause: 'revoked' | 'expired'): Promise<void> {
    accepted(await this.workspaces.execute(lock, baseId, { cause }, inReactionTo(event, reaction)));
    await this.seating.checkNow();
  }
}
