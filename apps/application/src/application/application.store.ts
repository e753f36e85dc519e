import { Clock, fold, hasRole, Ids, isRefusal, type Person, refuse } from '@hub/decider';
import { AggregateStore, Database, Journal, type Order, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { attachmentRows } from '../attachment/attachment-rows.js';
import { letterRows } from '../team/letter-rows.js';
import { ApplicationListRow } from './application.entity.js';
import { type Application, type ApplicationEvent, application, hasContent, type Relation } from './application.js';
import { published } from './application.published.js';
import { commands } from './commands.js';
import { conflictOf } from './conflict.js';
import { listRow, queryFor } from './list-rows.js';
import type { Contents } from './submissions.js';

@Injectable()
export class ApplicationStore extends AggregateStore<Application, ApplicationEvent, Relation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
  ) {
    super(journal, { clock, ids }, { aggregate: application, slices: commands, published, views });
  }

  /** A stale save, told what others changed in the meantime; any other outcome as it is. */
  async withConflict<Outcome>(outcome: Outcome, id: string, { expected = 0 }: Order, yours: Record<string, Contents>) {
    if (!isRefusal(outcome) || outcome.refused !== 'stale-version') return outcome;
    const events = (await this.recorded(id)).map(({ event }) => event);
    const at = (version: number) => fold(application, events.slice(0, version)).state;
    const [base, theirs] = [at(expected), at(events.length)];
    if (!hasContent(base) || !hasContent(theirs)) return outcome;
    return refuse(outcome.refused, { ...outcome.detail, ...conflictOf(base, theirs, yours) });
  }

  /** What the person may see, the latest change first: their teams', their invitations', and by role what is submitted. */
  list(person: Person, { limit, before, after, status, procedure, scope, q }: Page): Promise<ApplicationListRow[]> {
    const query = this.database.repository(ApplicationListRow).createQueryBuilder('row');
    // The index answers the first condition; the others tell a person's id from the same text among the members.
    const mine = `(row.seen_by && ARRAY[:member, :person] AND
      (row.members @> ARRAY[:member] OR row.invited @> ARRAY[:person] OR row.reviewers @> ARRAY[:person]))`;
    const all = scope !== 'mine' && hasRole(person, 'hub_officer', 'authority_officer', 'auditor');
    // Nobody examines their own project: by role one finds none of which one is in the team for whatever organisation.
    // Said with `<>`, so that the planner takes it for what it is, true of nearly every row, and keeps to the index.
    const inTeam = `least(strpos(' ' || array_to_string(row.members, ' '), ' ' || :person || '@'), 1)`;
    const others = `(row.status <> 'DRAFT' AND ${inTeam} <> 1)`;
    query.where(all ? `(${others} OR ${mine})` : mine, {
      member: `${person.id}@${person.organisation}`,
      person: person.id,
    });
    if (status?.length) query.andWhere('row.status IN (:...status)', { status });
    if (procedure) query.andWhere('row.procedure = :procedure', { procedure });
    const words = q === undefined ? undefined : queryFor(q);
    if (words) query.andWhere(`to_tsvector('simple', row.search) @@ to_tsquery('simple', :words)`, { words });
    if (before) query.andWhere('row.updatedAt < :before', { before });
    if (after) query.andWhere('(row.updatedAt, row.id) < (:at, :id)', after);
    return query.orderBy('row.updatedAt', 'DESC').addOrderBy('row.id', 'DESC').limit(limit).getMany();
  }
}

/** What an application's events change in this service's tables. */
export const views = (change: ViewInput<Application, ApplicationEvent>) => [
  ...listRow(change),
  ...attachmentRows(change.id, change.state, change.events),
  ...letterRows(change.id, change.events),
];

export interface Page {
  readonly limit: number;
  readonly before?: Date | undefined;
  /** The last row of the page before. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly status?: readonly string[] | undefined;
  readonly procedure?: string | undefined;
  readonly scope?: 'mine' | 'all' | undefined;
  readonly q?: string | undefined;
}
