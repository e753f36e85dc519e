import { Clock, isRefusal, type Refusal, system } from '@hub/decider';
import { type Answer, Database, type Order, RecurringWork } from '@hub/event-store';
import type { Log } from '@hub/messaging';
import { type ClockName, clockOf } from '@hub/procedures';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isOpened } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { whenSilent } from '../case/commands.js';
import { remind } from '../case/remind.js';
import { expire } from '../permit/expire.js';
import { PermitStore } from '../permit/permit.store.js';
import { missPublication, remindPublication } from '../register/await-publication.js';
import { publicationKinds } from '../register/publication-deadlines.js';
import { RegisterStore } from '../register/register.store.js';
import { missResult } from '../results/await-result.js';
import { ResultStore } from '../results/result.store.js';
import { Post } from './post.client.js';

const batch = 100;

type PublicationKind = (typeof publicationKinds)[keyof typeof publicationKinds];

interface DueRow {
  readonly kind: 'case' | 'reminder' | 'permit' | 'result' | PublicationKind;
  readonly subject: string;
  readonly clock: string;
  readonly due_key: string;
}

/**
 * Turns rows that have come due into commands. Time is the injected clock's, not the database's, so that tests move
 * it. What came due while the service was down is due when it starts; the receipt of (subject, clock, instant) makes
 * each order happen once, however many processes poll.
 */
@Injectable()
export class Deadlines implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work = new RecurringWork(
    () => this.fireDue(),
    (error) => this.log.error({ error: String(error) }, 'clocks: trying again'),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(PermitStore) private readonly permits: PermitStore,
    @Inject(ResultStore) private readonly results: ResultStore,
    @Inject(RegisterStore) private readonly register: RegisterStore,
    @Inject(Post) private readonly post: Post,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onApplicationShutdown(): void {
    this.work.stop();
  }

  /** A batch of what is due at the clock's time; by itself every two seconds. */
  async fireDue(): Promise<void> {
    const { rows } = await this.database.query<DueRow>(
      'deadline_due',
      'SELECT kind, subject, clock, due_key FROM deadline WHERE done_at IS NULL AND due_at < $1 ORDER BY due_at LIMIT $2',
      [this.clock.now().toISOString(), batch],
    );
    if (rows.length === 0) return;
    const postIsRead = await this.post.isRead();
    for (const row of rows) {
      if (this.work.stopped) return;
      if ((row.kind === 'case' || row.kind === 'reminder') && !postIsRead) continue;
      const outcome = await this.fire(row);
      // Somebody acted in between: the row is closed with their act, or will be asked about again.
      if (isRefusal(outcome)) this.log.warn({ ...row, refused: outcome.refused }, 'clocks: an end changed nothing');
    }
  }

  private async fire({ kind, subject, clock, due_key: dueAt }: DueRow): Promise<Answer | Refusal> {
    const reminds = kind === 'reminder' || kind === publicationKinds.reminder;
    const key = reminds ? `${subject}/${clock}/reminder/${dueAt}` : `${subject}/${clock}/${dueAt}`;
    const order: Order = { actor: system('review'), once: { scope: 'review.clock', key }, correlationId: key };
    if (kind === 'result') return this.results.execute(missResult, subject, { dueAt }, order);
    if (kind === 'permit') return this.permits.execute(expire, subject, {}, order);
    if (kind === publicationKinds.end)
      return this.register.execute(missPublication, subject, {}, order, await this.publication(subject));
    if (reminds) return this.remindOrForget({ kind, subject, clock, due_key: dueAt }, order);
    const slice = await this.whatSilenceOrders(subject, clock as ClockName);
    return this.cases.execute(slice, subject, { clock, dueAt }, order);
  }

  /** A reminder that came too late, since the service was down, is given up: the end itself speaks. */
  private async remindOrForget(row: DueRow, order: Order) {
    const { kind, subject, clock, due_key: dueAt } = row;
    const outcome =
      kind === 'reminder'
        ? await this.cases.execute(remind, subject, { clock: clock as ClockName, dueAt }, order)
        : await this.register.execute(
            remindPublication,
            subject,
            { remindAt: dueAt },
            order,
            await this.publication(subject),
          );
    if (isRefusal(outcome)) {
      await this.database.query(
        'deadline_forget_reminder',
        'UPDATE deadline SET done_at = $1 WHERE kind = $2 AND subject = $3 AND clock = $4 AND due_key = $5',
        [this.clock.now().toISOString(), kind, subject, clock, dueAt],
      );
    }
    return outcome;
  }

  private async publication(entryId: string) {
    const due = (await this.register.entryOf(entryId))?.publication_due_at;
    if (!due) throw new Error(`the register awaits no publication of ${entryId}`);
    return { caseId: this.cases.idFor(entryId), dueAt: due.toISOString() };
  }

  /** By the procedure of the case, not by the name of the clock. */
  private async whatSilenceOrders(caseId: string, clock: ClockName) {
    const { state } = await this.cases.load(caseId);
    if (!isOpened(state)) throw new Error(`a clock runs on the case ${caseId}, which is not there`);
    const { onSilence } = clockOf(state.file.procedure, clock);
    const slice = whenSilent[onSilence];
    if (!slice) throw new Error(`nothing follows the silence ${onSilence} at the end of ${clock}`);
    return slice;
  }
}
