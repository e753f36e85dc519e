import { Clock, isRefusal, type Refusal, system } from '@hub/decider';
import { type Answer, Database, type Order, RecurringWork } from '@hub/event-store';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ApplicationStore } from '../application/application.store.js';
import { expireDraft, noticeExpiry } from '../application/expire.js';
import { type DraftPolicy, noticeDue } from './draft-policy.js';

const batch = 100;

interface DueDraft {
  readonly id: string;
  readonly version: number;
  readonly last_change: Date;
}

const idle = `SELECT id, version, updated_at AS last_change FROM application_list
  WHERE status = 'DRAFT' AND expires_at IS NULL AND updated_at <= $1 ORDER BY updated_at LIMIT $2`;
const ended = `SELECT id, version, updated_at AS last_change FROM application_list
  WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2`;

/**
 * Ends drafts that lie idle: first the notice, later the end. Time is the injected clock's, so that tests move it.
 * The order names the version that was found due: a change in between makes it stale, and the draft lives on. Its
 * receipt makes each happen once, however many processes look.
 */
@Injectable()
export class DraftClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work = new RecurringWork(
    () => this.round(),
    (error) => this.log.error({ error: String(error) }, 'drafts: trying again'),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject('application:draft-policy') private readonly policy: DraftPolicy,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onApplicationShutdown(): void {
    this.work.stop();
  }

  private async round(): Promise<void> {
    const now = this.clock.now();
    const { policy } = this;
    await this.each('draft_idle', idle, noticeDue(policy, now), (draft, order) =>
      this.applications.execute(noticeExpiry, draft.id, { lastChange: draft.last_change }, order, { policy }),
    );
    await this.each('draft_ended', ended, now, (draft, order) =>
      this.applications.execute(expireDraft, draft.id, {}, order),
    );
  }

  private async each(
    name: string,
    query: string,
    until: Date,
    act: (draft: DueDraft, order: Order) => Promise<Answer | Refusal>,
  ): Promise<void> {
    const { rows } = await this.database.query<DueDraft>(name, query, [until.toISOString(), batch]);
    for (const draft of rows) {
      if (this.work.stopped) return;
      const key = `${draft.id}/${name}/${draft.version}`;
      const once = { scope: 'application.draft-clock', key };
      const order = { actor: system('application'), expected: draft.version, once, correlationId: key };
      const outcome = await act(draft, order);
      if (isRefusal(outcome)) this.log.warn({ id: draft.id, refused: outcome.refused }, 'drafts: changed in between');
    }
  }
}
