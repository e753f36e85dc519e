import { PermitAmended, PermitExpired, PermitReinstated, PermitRenewed, PermitRevoked } from '@hub/contracts';
import { accepted, inReactionTo, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { PreparationWorker } from '../jobs/preparation-worker.client.js';
import { Seating } from '../query/seating.client.js';
import { followPermit, lock, reopen } from '../workspace/follow-permit.js';
import { permissionOf } from '../workspace/permission-of.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';

const reaction = 'provisioning.end-access-when-permit-changes';

type NewVersion = typeof PermitAmended | typeof PermitRenewed | typeof PermitReinstated;

/** Whoever leaves the permit leaves the workspace: the event first, then the sandbox that may be running. */
@Controller()
export class EndAccessWhenPermitChanges {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(Seating) private readonly seating: Seating,
    @Inject(PreparationWorker) private readonly worker: PreparationWorker,
  ) {}

  @Reaction(reaction, PermitAmended)
  amended(event: Received<typeof PermitAmended>): Promise<void> {
    return this.follow(event, followPermit);
  }

  @Reaction(reaction, PermitRenewed)
  renewed(event: Received<typeof PermitRenewed>): Promise<void> {
    return this.follow(event, followPermit);
  }

  @Reaction(reaction, PermitReinstated)
  reinstated(event: Received<typeof PermitReinstated>): Promise<void> {
    return this.follow(event, reopen);
  }

  @Reaction(reaction, PermitRevoked)
  revoked(event: Received<typeof PermitRevoked>): Promise<void> {
    return this.end(event, event.data.baseId, 'revoked');
  }

  @Reaction(reaction, PermitExpired)
  expired(event: Received<typeof PermitExpired>): Promise<void> {
    return this.end(event, event.data.baseId, 'expired');
  }

  private async follow(event: Received<NewVersion>, slice: typeof followPermit): Promise<void> {
    const { baseId } = event.data;
    const permission = permissionOf(event.data);
    accepted(await this.workspaces.execute(slice, baseId, { permission }, inReactionTo(event, reaction)));
    await this.seating.checkNow();
    this.worker.nudge();
  }

  private async end(event: Received, baseId: string, cause: 'revoked' | 'expired'): Promise<void> {
    accepted(await this.workspaces.execute(lock, baseId, { cause }, inReactionTo(event, reaction)));
    await this.seating.checkNow();
  }
}
