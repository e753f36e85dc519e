import { Clock, fold, hasRole, Ids, isRefusal, type Person, refuse } from '@hub/decider';
import { AggregateStore, Database, Journal, type Order, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationListRow } from './application.entity.js';
import { type Application, type ApplicationEvent, application, hasContent, type Relation } from './application.js';
import { published } from './application.published.js';
import { commands } from './commands.js';
import { conflictOf } from './conflict.js';
import type { Contents } from './submissions.js';
import { titleOf } from './view.js';

@Injectable()
export class ApplicationStore extends AggregateStore<Application, ApplicationEvent, Relation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
  ) {
    super(journal, { clock, ids }, { aggregate: application, slices: commands, published, views: listRow });
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

  /** The newest of what the person may see: their teams', their invitations', and by role what is submitted. */
  list(person: Person, page: { limit: number; before?: Date | undefined }): Promise<ApplicationListRow[]> {
    const query = this.database
      .repository(ApplicationListRow)
      .createQueryBuilder('row')
      .where("row.status <> 'DELETED'")
      .orderBy('row.updatedAt', 'DESC')
      .limit(page.limit);
    if (page.before) query.andWhere('row.updatedAt < :before', { before: page.before });
    const mine = '(row.members @> ARRAY[:member] OR row.invited @> ARRAY[:person] OR row.reviewers @> ARRAY[:person])';
    const visible = hasRole(person, 'hub_officer', 'authority_officer', 'auditor')
      ? `(${mine} OR row.status <> 'DRAFT')`
      : mine;
    return query.andWhere(visible, { member: `${person.id}@${person.organisation}`, person: person.id }).getMany();
  }
}

function listRow({ id, state, version, at }: ViewInput<Application, ApplicationEvent>): ViewChange[] {
  if (!hasContent(state)) return [{ text: 'DELETE FROM application_list WHERE id = $1', values: [id] }];
  return [
    {
      text: `INSERT INTO application_list
          (id, version, status, title, lead_id, organisation_id, members, invited, reviewers, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, title = excluded.title,
          members = excluded.members, invited = excluded.invited, reviewers = excluded.reviewers, updated_at = excluded.updated_at`,
      values: [
        id,
        version,
        state.status,
        titleOf(state),
        state.leadId,
        state.organisationId,
        state.team.map(({ personId, organisationId }) => `${personId}@${organisationId}`),
        state.invitations.map(({ personId }) => personId),
        state.reviewers,
        at.toISOString(),
      ],
    },
  ];
}
