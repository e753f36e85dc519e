/**
 * A query, from asking to showing: may the person work here, what does the sandbox answer, note it
 * for the audit, and may the person still see it. Nothing is shown that was not noted.
 */
import { createHash } from 'node:crypto';
import { Ids, isRefusal, type Person, type Refusal, refuse } from '@hub/decider';
import type { Order } from '@hub/event-store';
import { edgeProblem } from '@hub/http-edge';
import { Inject, Injectable } from '@nestjs/common';
import type { QueryResult } from '../sandbox/query-protocol.js';
import { SandboxFault } from '../sandbox/sandbox.client.js';
import type { Answer } from '../sandbox/seat.client.js';
import { work } from '../workspace/work.js';
import { hasContent, type WorkspaceTable } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';
import { dataOf } from '../workspace/workspace-evolve.js';
import { noteQuery, type Purpose } from './query.js';
import { QueryStore } from './query.store.js';
import { Seating } from './seating.client.js';

export interface Ask {
  readonly workspaceId: string;
  readonly sql: string;
  readonly title?: string | null | undefined;
  readonly purpose: Purpose;
}

export interface Shown extends QueryResult {
  readonly queryId: string;
  readonly milliseconds: number;
}

@Injectable()
export class QueryRunner {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(QueryStore) private readonly queries: QueryStore,
    @Inject(Seating) private readonly seating: Seating,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  async run(ask: Ask, order: Order & { actor: Person }, cancelled?: AbortSignal): Promise<Shown | Refusal> {
    const tables = await this.access(ask.workspaceId, order);
    if (isRefusal(tables)) return tables;
    const { actor } = order;
    const start = performance.now();
    const sitter = { workspaceId: ask.workspaceId, personId: actor.id, organisationId: actor.organisation };
    const answer = await this.seating.run(sitter, tables, ask.sql, cancelled).catch((error) => {
      throw error instanceof SandboxFault
        ? edgeProblem('unavailable', { missing: ['sandbox'] }, { 'retry-after': '15' })
        : error;
    });
    if (answer.kind === 'busy') return refuse('workspace-busy');
    const milliseconds = Math.round(performance.now() - start);
    const queryId = this.ids.next();
    await this.note(queryId, ask, answer, milliseconds, order);
    // Access may have ended while the query ran.
    const still = await this.access(ask.workspaceId, order);
    if (isRefusal(still)) return still;
    if (answer.kind === 'failed')
      return refuse('query-failed', { queryId, message: answer.message, reason: answer.code });
    if (answer.kind === 'stopped') return refuse('query-stopped', { queryId, reason: answer.code });
    return { ...answer, queryId, milliseconds };
  }

  /** The tables of an active workspace in which this person may work now. */
  private async access(workspaceId: string, order: Order): Promise<readonly WorkspaceTable[] | Refusal> {
    const { actor, correlationId } = order;
    // Read anew: another replica may know of an end of access that this one has not heard of.
    await this.workspaces.load(workspaceId);
    const judged = await this.workspaces.execute(work, workspaceId, {}, { actor, correlationId });
    if (isRefusal(judged)) return judged;
    const { state } = await this.workspaces.load(workspaceId);
    return hasContent(state) ? (dataOf(state)?.tables ?? []) : [];
  }

  private async note(
    queryId: string,
    { workspaceId, sql, title, purpose }: Ask,
    answer: Answer,
    milliseconds: number,
    order: Order,
  ) {
    const { actor, correlationId } = order;
    const executed = {
      workspaceId,
      sql,
      title: title ?? null,
      purpose,
      milliseconds,
      sqlSha256: createHash('sha256').update(sql).digest('hex'),
      outcome: answer.kind,
      rows: answer.kind === 'result' ? answer.rows.length : 0,
    };
    const noted = await this.queries.execute(noteQuery, queryId, executed, { actor, correlationId });
    if (isRefusal(noted)) throw new Error(`a query could not be noted: ${noted.refused}`);
  }
}
