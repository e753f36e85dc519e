import { hasRole, type Person } from '@hub/decider';
import { Database } from '@hub/event-store';
import { after, type Place } from '@hub/http-edge';
import { Inject, Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { CaseListRow } from './case.entity.js';
import { underReview } from './case.js';

export interface ListQuery {
  readonly limit: number;
  readonly place?: Place | undefined;
  readonly status?: string | undefined;
  readonly procedure?: string | undefined;
  /** An officer's id, or `null` for the cases that nobody looks after. */
  readonly officer?: string | null | undefined;
  readonly overdue?: boolean | undefined;
  readonly anonymisation?: string | undefined;
  readonly accessRoute?: string | undefined;
  readonly safeguard?: string | undefined;
  readonly deliveryPurpose?: string | undefined;
  readonly now: Date;
}

/** What one officer looks after; `officerId` null: nobody does. */
export interface Workload {
  readonly officerId: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly nextDueAt: Date | null;
}

const overdueAt = (now: string) => `(row.overdue_since IS NOT NULL OR row.next_due_at < ${now})`;
/** The states in which the hub or those it examines with still have to act. */
const open: readonly string[] = [...underReview, 'STATISTICS_AWAITED'];

/** The lists of cases. */
@Injectable()
export class CaseLists {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The cases that exist for the person, the latest change first. */
  list(person: Person, asked: ListQuery): Promise<CaseListRow[]> {
    const { limit, place, status, procedure, officer, overdue, now } = asked;
    const query = this.database.repository(CaseListRow).createQueryBuilder('row');
    existingFor(query, person);
    if (place) query.andWhere(after('row.updatedAt', 'row.id'), { ...place });
    if (status) query.andWhere('row.status = :status', { status });
    if (procedure) query.andWhere('row.procedure = :procedure', { procedure });
    if (officer === null) query.andWhere('row.officerId IS NULL');
    if (officer) query.andWhere('row.officerId = :officer', { officer });
    if (overdue !== undefined) {
      const late = `coalesce(${overdueAt(':now')}, false)`;
      query.andWhere(overdue ? late : `NOT ${late}`, { now });
    }
    deliveredOn(query, asked);
    return query.orderBy('row.updatedAt', 'DESC').addOrderBy('row.id').limit(limit).getMany();
  }

  /** The open cases per officer, as far as they exist for the person; first those that nobody looks after. */
  async workload(person: Person, now: Date): Promise<Workload[]> {
    const query = this.database.repository(CaseListRow).createQueryBuilder('row');
    existingFor(query, person);
    const rows = await query
      .andWhere('row.status = ANY (:open)', { open })
      .select('row.officerId', 'officerId')
      .addSelect('count(*)::int', 'open')
      .addSelect(`count(*) FILTER (WHERE ${overdueAt(':now')})::int`, 'overdue')
      .addSelect('min(row.nextDueAt)', 'nextDueAt')
      .setParameter('now', now)
      .groupBy('row.officerId')
      .orderBy('row.officerId', 'ASC', 'NULLS FIRST')
      .getRawMany<Workload>();
    return rows;
  }
}

function deliveredOn(query: SelectQueryBuilder<CaseListRow>, asked: ListQuery): void {
  const { anonymisation, accessRoute, safeguard, deliveryPurpose } = asked;
  if (anonymisation) query.andWhere('row.anonymisation = :anonymisation', { anonymisation });
  if (accessRoute) query.andWhere('row.accessRoute = :accessRoute', { accessRoute });
  if (safeguard) query.andWhere('row.safeguards @> ARRAY[:safeguard]', { safeguard });
  if (deliveryPurpose) query.andWhere('row.deliveryPurposes @> ARRAY[:deliveryPurpose]', { deliveryPurpose });
}

/** `relationsTo`, as a condition on rows. */
function existingFor(query: SelectQueryBuilder<CaseListRow>, person: Person): void {
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
}
