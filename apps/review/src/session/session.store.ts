import { Clock, Ids, isRefusal, type Person } from '@hub/decider';
import { AggregateStore, Database, Journal, type Order } from '@hub/event-store';
import { idBegunBy } from '@hub/http-edge';
import { Inject, Injectable } from '@nestjs/common';
import type { Case } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { copyRefused } from '../sensitivity/copy-refused.js';
import type { CaseForAgenda } from './agenda-facts.js';
import { caseForAgenda, readsItsMinutes } from './cases-of-session.js';
import { commands } from './commands.js';
import type { Place } from './page-place.js';
import { SessionRow } from './session.entity.js';
import { type Session, type SessionEvent, type SessionRelation, session } from './session.js';
import { published } from './session.published.js';
import { rowsOf } from './session.rows.js';

@Injectable()
export class SessionStore extends AggregateStore<Session, SessionEvent, SessionRelation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
    @Inject(CaseStore) private readonly cases: CaseStore,
  ) {
    super(journal, { clock, ids }, { aggregate: session, slices: commands, published, views: rowsOf });
  }

  idBegunBy = (order: Order): string => idBegunBy(order, this.ports.ids);

  /** The sessions, the latest first. */
  list({ limit, after }: { limit: number; after?: Place | undefined }): Promise<SessionRow[]> {
    const query = this.database.repository(SessionRow).createQueryBuilder('row');
    if (after) {
      query.where('(row.startsAt, row.id) < (:startsAt, :id)', {
        startsAt: after.startsAt.toISOString(),
        id: after.id,
      });
    }
    return query.orderBy('row.startsAt', 'DESC').addOrderBy('row.id', 'DESC').limit(limit).getMany();
  }

  /** Cases as they stand. */
  statesOf(caseIds: readonly string[]): Promise<{ caseId: string; state: Case }[]> {
    return Promise.all(caseIds.map(async (caseId) => ({ caseId, state: (await this.cases.load(caseId)).state })));
  }

  /** Facts for the rules of the agenda: what these cases are to the person. */
  async agendaFacts(caseIds: readonly string[], person: Person): Promise<{ cases: Record<string, CaseForAgenda> }> {
    const known = (await this.statesOf(caseIds)).map(({ caseId, state }) => [caseId, caseForAgenda(state, person)]);
    return { cases: Object.fromEntries(known.filter(([, found]) => found)) };
  }

  /** What one of the cases refuses to be copied for; nothing where none does. */
  async copyRefused(caseIds: readonly string[]) {
    return (await this.statesOf(caseIds)).map(({ state }) => copyRefused(state)).find(isRefusal);
  }

  /** The cases on whose items the person may read the minutes. */
  async readable(caseIds: readonly string[], person: Person): Promise<string[]> {
    return (await this.statesOf(caseIds))
      .filter(({ state }) => readsItsMinutes(state, person))
      .map(({ caseId }) => caseId);
  }
}
