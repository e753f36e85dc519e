import { PermitGranted } from '@hub/contracts';
import { accepted, inReactionTo, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { PreparationWorker } from '../jobs/preparation-worker.client.js';
import { permissionOf } from '../workspace/permission-of.js';
import { request } from '../workspace/prepare.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';

const reaction = 'provisioning.prepare-workspace-when-permit-granted';

/** One workspace a permit, under the permit's base id, which every later version shares. */
@Controller()
export class PrepareWorkspaceWhenPermitGranted {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(PreparationWorker) private readonly worker: PreparationWorker,
  ) {}

  @Reaction(reaction, PermitGranted)
  async granted(event: Received<typeof PermitGranted>): Promise<void> {
    const { baseId } = event.data;
    const permission = permissionOf(event.data);
    accepted(await this.workspaces.execute(request, baseId, { permission }, inReactionTo(event, reaction)));
    this.worker.nudge(baseId);
  }
}
