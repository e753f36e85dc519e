import { civilDayAt, isoDay } from '@hub/clock';
import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Database, Journal } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { commands } from './commands.js';
import { type Conflicts, keysOf, type Parties, tiesWith } from './conflicts.js';
import { InterestsRow } from './interests.entity.js';
import { type Interests, type InterestsEvent, type InterestsRelation, interests, type Tie } from './interests.js';
import { published } from './interests.published.js';
import { rowsOf } from './interests.rows.js';

@Injectable()
export class InterestsStore extends AggregateStore<Interests, InterestsEvent, InterestsRelation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
  ) {
    super(journal, { clock, ids }, { aggregate: interests, slices: commands, published, views: rowsOf });
  }

  list(page: { limit: number; after?: string | undefined }): Promise<InterestsRow[]> {
    const query = this.database.repository(InterestsRow).createQueryBuilder('row');
    if (page.after !== undefined) query.where('row.memberId > :after', { after: page.after });
    return query.orderBy('row.memberId').limit(page.limit).getMany();
  }

  /** Who of the committee is tied to a project by what they have published: a fact for the rules of its case. */
  async conflictsWith(parties: Parties): Promise<Conflicts> {
    const { rows } = await this.database.query<{ member_id: string; ties: Tie[] }>(
      'interests_conflicts',
      'SELECT member_id, ties FROM committee_interests WHERE keys && $1::text[] ORDER BY member_id',
      [keysOf(parties)],
    );
    const today = isoDay(civilDayAt(this.ports.clock.now(), 'Europe/Paris'));
    const found = rows.map(({ member_id, ties }) => [member_id, tiesWith(ties, parties, today)] as const);
    return Object.fromEntries(found.filter(([, ties]) => ties.length > 0));
  }
}
