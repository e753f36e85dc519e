import { Clock, hasRole, Ids, type Person, system } from '@hub/decider';
import { AggregateStore, Database, Journal } from '@hub/event-store';
import { idBegunBy } from '@hub/http-edge';
import { Procedures } from '@hub/procedures';
import { Inject, Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { CaseListRow } from './case.entity.js';
import type { CaseEvent } from './case.events.js';
import { type Case, reviewCaseUnder } from './case.js';
import { published } from './case.published.js';
import { rowsOf } from './case.rows.js';
import { commands } from './commands.js';
import type { CaseRelation } from './relations.js';

export interface Page {
  readonly limit: number;
  readonly before?: Date | undefined;
  readonly status?: string | undefined;
}

@Injectable()
export class CaseStore extends AggregateStore<Case, CaseEvent, CaseRelation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
    @Inject(Procedures) procedures: Procedures,
  ) {
    const aggregate = reviewCaseUnder(procedures);
    super(journal, { clock, ids }, { aggregate, slices: commands, published, views: rowsOf });
  }

  /** One application, one case: its id follows from the application's, so that no second one can be opened. */
  idFor(applicationId: string): string {
    const once = { scope: 'review.case', key: applicationId };
    return idBegunBy({ actor: system('review'), once, correlationId: applicationId }, this.ports.ids);
  }

  /** The cases that exist for the person, the latest change first: `relationsTo`, as a condition on rows. */
  list(person: Person, { limit, before, status }: Page): Promise<CaseListRow[]> {
    const query = this.database.repository(CaseListRow).createQueryBuilder('row');
    query.where(
      new Brackets((visible) => {
        visible.where('row.members @> ARRAY[:member]').orWhere(
          `NOT row.people @> ARRAY[:person] AND NOT row.recused @> ARRAY[:person] AND (row.readers && ARRAY[:...roles]::text[]
            OR (NOT row.organisations @> ARRAY[:organisation]
              AND (row.committee && ARRAY[:...roles]::text[] OR (:holder AND row.holders @> ARRAY[:organisation]))))`,
        );
      }),
      {
        member: `${person.id}@${person.organisation}`,
        person: person.id,
        organisation: person.organisation,
        roles: ['', ...person.roles],
        holder: hasRole(person, 'data_holder'),
      },
    );
    if (before) query.andWhere('row.updatedAt < :before', { before });
    if (status) query.andWhere('row.status = :status', { status });
    return query.orderBy('row.updatedAt', 'DESC').addOrderBy('row.id').limit(limit).getMany();
  }
}
