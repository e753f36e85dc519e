import {
  WorkspaceActivated,
  WorkspaceDeliveriesAwaited,
  WorkspacePreparationStarted,
  WorkspaceRequested,
} from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import type { Party } from '@hub/procedures';
import { Controller, Inject } from '@nestjs/common';
import { CaseStore } from '../case/case.store.js';
import { followWorkspace } from '../reactions/groups.js';
import { DelayStore } from './delays.store.js';

/** After the permit: who is waited for until the data is in the workspace. */
@Controller()
export class FollowWorkspace {
  constructor(
    @Inject(DelayStore) private readonly delays: DelayStore,
    @Inject(CaseStore) private readonly cases: CaseStore,
  ) {}

  @Reaction(followWorkspace, WorkspaceRequested)
  platformsTurnWhenRequested(event: Received<typeof WorkspaceRequested>) {
    return this.turn(event, 'platform');
  }

  @Reaction(followWorkspace, WorkspaceDeliveriesAwaited)
  holdersTurnWhenDeliveriesAwaited(event: Received<typeof WorkspaceDeliveriesAwaited>) {
    return this.turn(event, 'holder');
  }

  @Reaction(followWorkspace, WorkspacePreparationStarted)
  platformsTurnWhenPreparationStarted(event: Received<typeof WorkspacePreparationStarted>) {
    return this.turn(event, 'platform');
  }

  @Reaction(followWorkspace, WorkspaceActivated)
  async nobodysTurnWhenActivated(event: Received<typeof WorkspaceActivated>) {
    await this.turn(event, null);
    const { applicationId } = event.data;
    await this.delays.recordAccess(this.cases.idFor(applicationId), event.time.toISOString());
  }

  private turn({ data, time, version }: Announced, party: Party | null) {
    return this.delays.recordTurn(this.cases.idFor(data.applicationId), version, { party, at: time.toISOString() });
  }
}

interface Announced {
  readonly data: { readonly applicationId: string };
  readonly time: Date;
  readonly version: number;
}
