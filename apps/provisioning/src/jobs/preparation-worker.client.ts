/**
 * Brings workspaces from their permit to their data, however often this process is killed: what is
 * to do is read from the workspaces' states, who does it from a lease, and a half-made staging
 * folder is thrown away.
 */
import { randomUUID } from 'node:crypto';
import { Ids, isRefusal, system } from '@hub/decider';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DeliveryStore } from '../delivery/delivery.store.js';
import { exists, Home } from '../home.client.js';
import { OptOutsAsAt } from '../opt-out/list-as-at.client.js';
import { type Planned, planPreparation } from '../preparation/plan.js';
import { preparedData } from '../preparation/prepared-data.js';
import { PreparationFault, runPreparation } from '../preparation/run-preparation.client.js';
import { deliveryOf, scopeOf } from '../preparation/scope-of.js';
import { SandboxFault } from '../sandbox/sandbox.client.js';
import { INSIDE, type Mount } from '../sandbox/walls.js';
import type { ProvisioningSettings } from '../settings.config.js';
import { activate, awaitDeliveries, fail, startPreparation } from '../workspace/prepare.js';
import type { Permission } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';
import { LEASE_SECONDS, PreparationLeases } from './lease.store.js';

const EVERY_MS = 2_000;
/** A workspace that waits is looked at when it is new and when something arrives; all are in each of so many rounds. */
const ALL_EVERY = 15;
const ATTEMPTS = 3;

@Injectable()
export class PreparationWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly holder = randomUUID();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | null = null;
  private any = false;
  private readonly looked = new Set<string>();
  private readonly asked = new Set<string>();
  private again = false;

  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(DeliveryStore) private readonly deliveries: DeliveryStore,
    @Inject(OptOutsAsAt) private readonly optOuts: OptOutsAsAt,
    @Inject(PreparationLeases) private readonly leases: PreparationLeases,
    @Inject(Home) private readonly home: Home,
    @Inject('provisioning:settings') private readonly settings: ProvisioningSettings,
    @Inject(Ids) private readonly ids: Ids,
    @Inject('hub:log') private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    let ticks = 0;
    this.timer = setInterval(() => this.look({ anew: ++ticks % ALL_EVERY === 0 }), EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.round?.catch(() => undefined);
  }

  /** Something may be to do, for one workspace or for any: looks now, or right after the present round. */
  nudge(workspaceId?: string): void {
    if (workspaceId === undefined) this.look({ anew: true });
    else {
      this.looked.delete(workspaceId);
      this.asked.add(workspaceId);
      this.work();
    }
  }

  private look({ anew }: { anew: boolean }): void {
    if (anew) this.looked.clear();
    this.any = true;
    this.work();
  }

  private work(): void {
    this.again = true;
    if (this.round !== null || this.stopping.signal.aborted) return;
    this.round = this.rounds()
      .catch((error: Error) => {
        this.looked.clear();
        this.log.warn({ error: error.message }, 'preparations wait');
      })
      .finally(() => (this.round = null));
  }

  private async rounds(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      const waiting = this.any ? await this.workspaces.inStatus('REQUESTED') : this.asked;
      const toLookAt = [...waiting].filter((id) => !this.looked.has(id));
      this.any = false;
      this.asked.clear();
      for (const id of toLookAt) {
        this.looked.add(id); // before: what arrives meanwhile takes it out again
        await this.begin(id);
      }
      for (const id of await this.workspaces.inStatus('PROVISIONING')) await this.carryOn(id);
    }
  }

  private async begin(id: string): Promise<void> {
    const { state } = await this.workspaces.load(id);
    if (state.status !== 'REQUESTED') return;
    const { planned } = await this.plan(state.permission);
    const command = planned.ok ? startPreparation : awaitDeliveries;
    const missing = planned.ok ? [] : planned.gaps;
    await this.workspaces.execute(command as typeof awaitDeliveries, id, { missing }, this.order());
  }

  private async carryOn(id: string): Promise<void> {
    const { state } = await this.workspaces.load(id);
    if (state.status !== 'PROVISIONING') return;
    const { preparationId } = state;
    const attempt = await this.leases.take(id, preparationId, this.holder);
    if (attempt === null) return;
    const lost = new AbortController();
    const renewing = setInterval(() => void this.keep(id, lost), (LEASE_SECONDS * 1000) / 3);
    try {
      await this.prepareNow(id, preparationId, state.permission, AbortSignal.any([lost.signal, this.stopping.signal]));
      await this.leases.release(id, this.holder);
    } catch (error) {
      await this.failed(id, preparationId, attempt, error as Error);
    } finally {
      clearInterval(renewing);
    }
  }

  private async prepareNow(
    id: string,
    preparationId: string,
    permission: Permission,
    stopped: AbortSignal,
  ): Promise<void> {
    const { planned, mounts } = await this.plan(permission);
    if (!planned.ok) throw new PreparationFault('a delivery is no longer there');
    await this.home.clearStaging(id);
    const staging = this.home.staging(id, preparationId);
    const { masterKey, preparation: limits } = this.settings;
    const run = { plan: planned.plan, staging, masterKey, limits, stopped };
    const prepared = await this.optOuts.during(permission, this.home.optOuts(id, preparationId), (given) =>
      runPreparation({ ...run, optOuts: given.optOuts, mounts: [...mounts, ...given.mounts] }),
    );
    if (stopped.aborted) return;
    if (!prepared.ok) {
      await this.workspaces.execute(fail, id, { preparationId, reasons: prepared.breaches }, this.order());
      return;
    }
    await this.home.publish(id, preparationId);
    await this.workspaces.execute(activate, id, { preparationId, data: preparedData(prepared.manifest) }, this.order());
  }

  /** A fault of ours is tried again; after the last attempt it is shown, never stuck. */
  private async failed(id: string, preparationId: string, attempt: number, error: Error): Promise<void> {
    const known = error instanceof PreparationFault || error instanceof SandboxFault;
    this.log.warn({ workspace: id, attempt, reason: known ? error.message : error.name }, 'a preparation failed');
    await this.leases.release(id, this.holder, this.stopping.signal.aborted ? 0 : 2 ** attempt);
    if (this.stopping.signal.aborted || attempt < ATTEMPTS) return;
    const reason = known ? error.message : 'the preparation failed';
    const reasons = [{ table: '', row: null, column: null, valueClass: null, reason }];
    const outcome = await this.workspaces.execute(fail, id, { preparationId, reasons }, this.order());
    if (isRefusal(outcome)) this.log.info({ workspace: id }, 'the failed preparation was overtaken');
  }

  private async keep(id: string, lost: AbortController): Promise<void> {
    const held = await this.leases.renew(id, this.holder).catch(() => true);
    if (!held) lost.abort();
  }

  private async plan({ permitId, applicationId, scope }: Permission): Promise<{ planned: Planned; mounts: Mount[] }> {
    const latest = await this.deliveries.latest([
      ...new Set([
        ...scope.datasets.map(({ datasetId }) => datasetId),
        ...(scope.population ? [scope.population.datasetId] : []),
      ]),
    ]);
    const there = (
      await Promise.all(
        latest.map(async (stored) => ((await exists(this.home.deliveryFolder(stored.id))) ? stored : null)),
      )
    ).filter((stored) => stored !== null);
    const deliveries = there.map((stored, index) =>
      deliveryOf(stored, `${INSIDE.deliveries}/${index}/${stored.sha256}`),
    );
    const mounts = there.map(({ id }, index) => ({
      from: this.home.deliveryFolder(id),
      at: `${INSIDE.deliveries}/${index}`,
    }));
    return { planned: planPreparation(scopeOf(permitId, applicationId, scope), deliveries), mounts };
  }

  private order() {
    return { actor: system('provisioning'), correlationId: this.ids.next() };
  }
}
