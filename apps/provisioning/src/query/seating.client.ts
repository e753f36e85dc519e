/**
 * The sandboxes of this process, and the guard over them: every seat is asked again and again
 * whether its person may still work, so that access ends here even when another replica of the
 * service heard of it.
 */

import { Readiness } from '@hub/http-edge';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Home } from '../home.client.js';
import { probeSandbox } from '../sandbox/probe.client.js';
import type { Answer, SeatPlace } from '../sandbox/seat.client.js';
import { Seats } from '../sandbox/seats.client.js';
import type { ProvisioningSettings } from '../settings.config.js';
import { hasContent, memberKey, type WorkspaceTable, workingMembers } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';

const CHECK_MS = 1_000;
const PROBE_AGAIN_MS = 15_000;

/** One person of one organisation, who works in one workspace. */
export interface Sitter {
  readonly workspaceId: string;
  readonly personId: string;
  readonly organisationId: string;
}

@Injectable()
export class Seating implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly seats: Seats;
  private checking: NodeJS.Timeout | undefined;
  private sound = false;
  private probedAt = -Infinity;

  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(Home) private readonly home: Home,
    @Inject('provisioning:settings') settings: ProvisioningSettings,
    @Inject(Readiness) readiness: Readiness,
    @Inject('hub:log') private readonly log: Logger,
  ) {
    const { query: limits, idleSeconds, maxSandboxes } = settings;
    this.seats = new Seats({ limits, idleSeconds, maxSeats: maxSandboxes, maxWaiting: 4 });
    readiness.require('sandbox', () => this.probe());
  }

  onApplicationBootstrap(): void {
    void this.probe();
    this.checking = setInterval(() => {
      this.checkNow().catch((error: Error) => this.log.warn({ error: error.message }, 'access cannot be checked'));
    }, CHECK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.checking);
    await this.seats.close();
  }

  /** Has the sandbox started before the first query arrives. */
  async warm(sitter: Sitter, tables: readonly WorkspaceTable[]): Promise<void> {
    this.seats.warm(await this.place(sitter, tables));
  }

  async run(
    sitter: Sitter,
    tables: readonly WorkspaceTable[],
    sql: string,
    cancelled?: AbortSignal,
  ): Promise<Answer | { kind: 'busy' }> {
    return this.seats.run(await this.place(sitter, tables), sql, cancelled);
  }

  /** Ends the seats of all who may no longer work; resolves when their sandboxes are gone. */
  async checkNow(): Promise<void> {
    for (const { workspace, person } of this.seats.taken()) {
      const { state } = await this.workspaces.load(workspace);
      const mayWork = hasContent(state) && state.status === 'ACTIVE' && workingMembers(state).includes(person);
      if (!mayWork) await this.seats.end(workspace, person);
    }
  }

  /** Ends everybody's seat in a workspace, as before its data is replaced or deleted. */
  clear(workspaceId: string): Promise<void> {
    return this.seats.end(workspaceId);
  }

  private async place(
    { workspaceId, personId, organisationId }: Sitter,
    tables: readonly WorkspaceTable[],
  ): Promise<SeatPlace> {
    const person = memberKey(personId, organisationId);
    const privateDirectory = await this.home.privateFolder(workspaceId, person);
    return { workspace: workspaceId, person, data: this.home.data(workspaceId), privateDirectory, tables };
  }

  private async probe(): Promise<boolean> {
    if (performance.now() - this.probedAt < PROBE_AGAIN_MS) return this.sound;
    this.probedAt = performance.now();
    const probe = await probeSandbox();
    if (!probe.sound) this.log.error({ reason: probe.reason }, 'no sandbox: no query runs');
    this.sound = probe.sound;
    return this.sound;
  }
}
