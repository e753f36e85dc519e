import { Clock, hasRole, Ids, type Person } from '@hub/decider';
import { AggregateStore, Journal, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { memberKey } from '../workspace/workspace.js';
import { exportCommands } from './commands.js';
import { type ExportEvent, type ExportRelation, type ExportState, exists, exportRequest } from './export.js';
import { publishedExport } from './export.published.js';

export interface ExportRow {
  readonly id: string;
  readonly version: number;
  readonly status: ExportState['status'];
  readonly workspaceId: string;
  readonly requesterId: string;
  readonly title: string;
  readonly sha256: string;
  readonly updatedAt: Date;
}

const columns = `e.id, e.version, e.status, e.workspace_id AS "workspaceId", e.requester_id AS "requesterId", e.title, e.sha256, e.updated_at AS "updatedAt"`;

@Injectable()
export class ExportStore extends AggregateStore<ExportState, ExportEvent, ExportRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      { aggregate: exportRequest, slices: exportCommands, published: publishedExport, views: row },
    );
  }

  relations(state: ExportState, person: Person): readonly ExportRelation[] {
    return exportRequest.relations(state, person);
  }

  /** Those of the person's workspaces; all for who checks or oversees them. */
  async list(person: Person): Promise<ExportRow[]> {
    const all = hasRole(person, 'output_checker', 'security_officer', 'auditor');
    const { rows } = await this.journal.database.query<ExportRow & Record<string, unknown>>(
      'export_list',
      `SELECT ${columns} FROM export_request e JOIN workspace w ON w.id = e.workspace_id
       WHERE $2::boolean OR w.members @> ARRAY[$1::text] ORDER BY e.updated_at DESC LIMIT 500`,
      [memberKey(person.id, person.organisation), all],
    );
    return rows;
  }

  /** What left this workspace before, latest last: a new release must not undo it by a difference. */
  async released(workspaceId: string): Promise<{ id: string; sha256: string }[]> {
    const { rows } = await this.journal.database.query<{ id: string; sha256: string }>(
      'export_released',
      `SELECT id, sha256 FROM export_request WHERE workspace_id = $1 AND status IN ('RELEASED', 'RECALLED') ORDER BY updated_at DESC LIMIT 50`,
      [workspaceId],
    );
    return rows.reverse();
  }
}

function row({ id, state, version, at }: ViewInput<ExportState, ExportEvent>): ViewChange[] {
  if (!exists(state)) return [];
  return [
    {
      text: `INSERT INTO export_request (id, version, status, workspace_id, requester_id, title, sha256, updated_at)
        VALUES ($1, $2::integer, $3, $4, $5, $6, $7, $8::timestamptz)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, title = excluded.title,
          sha256 = excluded.sha256, updated_at = excluded.updated_at`,
      values: [
        id,
        version,
        state.status,
        state.workspaceId,
        state.requesterId,
        state.title,
        state.file.sha256,
        at.toISOString(),
      ],
    },
  ];
}
