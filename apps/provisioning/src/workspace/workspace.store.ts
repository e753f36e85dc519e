import { Clock, hasRole, Ids, type Person } from '@hub/decider';
import { AggregateStore, Journal, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { commands } from './commands.js';
import {
  hasContent,
  memberKey,
  type Relation,
  type Workspace,
  type WorkspaceEvent,
  workingMembers,
  workspace,
} from './workspace.js';
import { published } from './workspace.published.js';

export interface WorkspaceRow {
  readonly id: string;
  readonly version: number;
  readonly status: Workspace['status'];
  readonly applicationId: string;
  readonly members: readonly string[];
  readonly validUntil: string;
}

const columns = `id, version, status, application_id AS "applicationId", members, valid_until::text AS "validUntil"`;

@Injectable()
export class WorkspaceStore extends AggregateStore<Workspace, WorkspaceEvent, Relation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(journal, { clock, ids }, { aggregate: workspace, slices: commands, published, views: listRow });
  }

  /** Those in which the person works, or all of them for who looks after workspaces. */
  async list(person: Person): Promise<WorkspaceRow[]> {
    const all = hasRole(person, 'workspace_engineer', 'security_officer', 'auditor');
    const { rows } = await this.journal.database.query<WorkspaceRow & Record<string, unknown>>(
      'workspace_list',
      `SELECT ${columns} FROM workspace WHERE $2::boolean OR members @> ARRAY[$1::text] ORDER BY updated_at DESC LIMIT 500`,
      [memberKey(person.id, person.organisation), all],
    );
    return rows;
  }

  /** Workspaces in which this person is named for this organisation, barred or not. */
  async naming(personId: string, organisationId: string): Promise<string[]> {
    const { rows } = await this.journal.database.query<{ id: string }>(
      'workspace_naming',
      'SELECT id FROM workspace WHERE named @> ARRAY[$1::text]',
      [memberKey(personId, organisationId)],
    );
    return rows.map(({ id }) => id);
  }

  async inStatus(status: Workspace['status']): Promise<string[]> {
    const { rows } = await this.journal.database.query<{ id: string }>(
      'workspace_in_status',
      'SELECT id FROM workspace WHERE status = $1 ORDER BY updated_at',
      [status],
    );
    return rows.map(({ id }) => id);
  }
}

function listRow({ id, state, version, at }: ViewInput<Workspace, WorkspaceEvent>): ViewChange[] {
  if (!hasContent(state)) return [];
  const { permission } = state;
  return [
    {
      text: `INSERT INTO workspace (id, version, status, application_id, members, named, valid_until, updated_at)
        VALUES ($1, $2::integer, $3, $4, $5::text[], $6::text[], $7::date, $8::timestamptz)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, members = excluded.members,
          named = excluded.named, valid_until = excluded.valid_until, updated_at = excluded.updated_at`,
      values: [
        id,
        version,
        state.status,
        permission.applicationId,
        workingMembers(state),
        permission.team.map(({ personId, organisationId }) => memberKey(personId, organisationId)),
        permission.validUntil,
        at.toISOString(),
      ],
    },
  ];
}
