import { isRefusal, system } from '@hub/decider';
import { type ClockName, Procedures } from '@hub/procedures';
import { Seeded } from '@hub/testkit';
import { CaseStore } from '../../src/case/case.store.js';
import { closeByWithdrawal } from '../../src/case/close-by-withdrawal.js';
import { openCase } from '../../src/case/open-case.js';
import { receiveInformation } from '../../src/case/receive-information.js';
import { Deadlines } from '../../src/clocks/deadlines.consumer.js';
import { type ReviewUnderTest, readers, scope, team, type Who } from '../review-under-test.js';
import { endOf, Ledger } from './ledger.js';

/** What somebody does from time to time: yields the instant at which to go on. */
export type Life = AsyncGenerator<Date, void>;

interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

const procedures = new Procedures();
const dayMs = 86_400_000;

/** Virtual time: lives that wake up, limits that end, and stretches in which the service is down. */
export class World {
  readonly random = new Seeded(2026);
  readonly cases: CaseStore;
  private readonly deadlines: Deadlines;
  private readonly sleeping: { at: Date; life: Life }[] = [];
  /** How often the worker found something due. */
  fired = 0;
  private readonly files = new Map<string, number>();

  constructor(
    readonly review: ReviewUnderTest,
    private readonly outages: readonly Stretch[],
  ) {
    this.cases = review.hub.service.app.get(CaseStore);
    this.deadlines = review.hub.service.app.get(Deadlines);
  }

  get now(): Date {
    return this.review.hub.clock.now();
  }

  born(at: Date, life: Life): void {
    this.sleeping.push({ at, life });
  }

  /** Runs until nobody has anything left to do. */
  async pass(): Promise<void> {
    for (;;) {
      this.sleeping.sort((a, b) => b.at.getTime() - a.at.getTime());
      const next = this.sleeping.pop();
      if (!next) return;
      const at = this.afterOutage(next.at);
      await this.limitsUntil(at);
      this.moveTo(at);
      const { value, done } = await next.life.next();
      if (!done) this.sleeping.push({ at: value, life: next.life });
    }
  }

  /** Everything that ends before the instant has its effect at its own time, or when the service is back. */
  private async limitsUntil(at: Date): Promise<void> {
    for (;;) {
      const { rows } = await this.review.look(
        'SELECT min(due_at) AS due FROM deadline WHERE done_at IS NULL AND due_at < $1',
        [at.toISOString()],
      );
      const due = rows[0]?.due as Date | null;
      if (!due) return;
      this.moveTo(this.afterOutage(new Date(due.getTime() + 1)));
      await this.deadlines.fireDue();
      this.fired++;
    }
  }

  private moveTo(at: Date): void {
    if (at > this.now) this.review.hub.clock.moveTo(at);
  }

  private afterOutage(at: Date): Date {
    const outage = this.outages.find(({ from, to }) => at >= from && at < to);
    return outage ? outage.to : at;
  }

  /** A working moment so many days from now, at an odd time of the day. */
  in(days: number): Date {
    const wanted = new Date(this.now.getTime() + days * dayMs);
    wanted.setUTCHours(8 + this.random.below(8), this.random.below(60), this.random.below(60), 0);
    return wanted > this.now ? wanted : new Date(this.now.getTime() + 60_000);
  }

  /** Those with the fewest files this month, by their own count. */
  leastBusy(count: number): Who[] {
    const month = this.now.toISOString().slice(0, 7);
    const load = (who: string) => this.files.get(`${who}/${month}`) ?? 0;
    const chosen = [...readers].sort((a, b) => load(a) - load(b)).slice(0, count);
    for (const who of chosen) this.files.set(`${who}/${month}`, load(who) + 1);
    return chosen;
  }

  /** The instant that the last event of a case speaks of. */
  async endOfCase(id: string): Promise<string> {
    const { rows } = await this.review.look(
      `SELECT data->>'at' AS at FROM event WHERE stream = $1 ORDER BY version DESC LIMIT 1`,
      [`case/${id}`],
    );
    return rows[0]?.at as string;
  }

  chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }
}

/** One application in the world: what is done to its case, and what its people expect of it. */
export class Matter {
  readonly ledger: Ledger;
  readonly applicationId: string;
  id = '';
  private version = 0;

  constructor(
    readonly world: World,
    readonly procedure: string,
    number: number,
  ) {
    this.ledger = new Ledger(procedure);
    this.applicationId = `year-${number}`;
  }

  private order(cause: string) {
    const once = { scope: `year.${cause}`, key: `${this.applicationId}/${this.version}` };
    return { actor: system('review'), once, correlationId: this.applicationId };
  }

  async submit(): Promise<void> {
    this.id = this.world.cases.idFor(this.applicationId);
    const command = {
      applicationId: this.applicationId,
      procedure: this.procedure,
      procedureVersion: procedures.newest(this.procedure)?.version ?? 1,
      leadId: 'claire',
      organisationId: 'inserm',
      team,
      scope,
      purposes: ['e'],
      holderIds: ['cnam'],
      submittedAt: this.world.now.toISOString(),
    };
    const facts = { procedures };
    this.took(await this.world.cases.execute(openCase, this.id, command, this.order('submit'), facts));
  }

  async answer(requestId: string): Promise<void> {
    const command = { requestId, team, scope, providedAt: this.world.now.toISOString() };
    this.took(await this.world.cases.execute(receiveInformation, this.id, command, this.order('answer')));
  }

  async withdraw(): Promise<void> {
    this.took(
      await this.world.cases.execute(
        closeByWithdrawal,
        this.id,
        { withdrawnAt: this.world.now.toISOString() },
        this.order('withdraw'),
      ),
    );
  }

  private took(outcome: unknown): void {
    if (isRefusal(outcome)) throw new Error(`${this.applicationId}: ${JSON.stringify(outcome)}`);
    this.version = (outcome as { version: number }).version;
  }

  /** A command over the API, on the version that is there. */
  async does(who: Who, part: string, body: unknown = {}): Promise<void> {
    const { review } = this.world;
    let reply = await review.order(who, `/cases/${this.id}/${part}`, body, this.version);
    if (reply.status === 412) {
      this.version = (await this.seen()).version;
      reply = await review.order(who, `/cases/${this.id}/${part}`, body, this.version);
    }
    if (reply.status !== 200) throw new Error(`${who} ${part}: ${reply.status} ${JSON.stringify(reply.body)}`);
    this.version = reply.body.version;
  }

  /** A finding on each criterion of the procedure, where it has any. */
  async findsAllMet(who: Who): Promise<void> {
    const { findings = [] } = await this.seen();
    for (const { key: criterion } of findings)
      await this.does(who, 'findings', { criterion, finding: 'MET', reasons: 'Weighed.' });
  }

  /** The case as the auditor sees it. */
  async seen() {
    const { status, body } = await this.world.review.get('auditor', `/cases/${this.id}`);
    if (status !== 200) throw new Error(`${this.id}: ${status}`);
    return body;
  }

  /** The limit runs and ends when the slow count says; answers the instant. */
  async runs(
    clock: ClockName,
    start: Date,
    length: Parameters<typeof endOf>[1],
    pauses?: { from: number; to: number }[],
  ): Promise<string> {
    const expected = endOf(start, length, pauses);
    const { clocks } = await this.seen();
    const shown = clocks.find(({ name }: { name: string }) => name === clock);
    expect({ matter: this.applicationId, clock, start, dueAt: shown?.dueAt }).toEqual({
      matter: this.applicationId,
      clock,
      start,
      dueAt: expected,
    });
    return expected;
  }
}
