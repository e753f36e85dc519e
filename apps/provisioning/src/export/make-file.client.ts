/** From a query of a workspace to bytes that are checked and kept under their hash. */
import { createHash } from 'node:crypto';
import { isRefusal, type Person, type Refusal, refuse } from '@hub/decider';
import type { Order } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { Home } from '../home.client.js';
import { QueryStore } from '../query/query.store.js';
import { QueryRunner } from '../query/run-query.client.js';
import type { ProvisioningSettings } from '../settings.config.js';
import { hasContent, namedPersons } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';
import { dataOf } from '../workspace/workspace-evolve.js';
import { checkFile } from './checks.js';
import { toCsv } from './csv.js';
import type { BoundFile, Justification } from './export.js';
import { ExportStore } from './export.store.js';
import type { SubmissionFacts } from './submit.js';

export interface Made extends SubmissionFacts {
  readonly file: BoundFile;
}

@Injectable()
export class ExportFiles {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(QueryStore) private readonly queries: QueryStore,
    @Inject(QueryRunner) private readonly runner: QueryRunner,
    @Inject(ExportStore) private readonly exports: ExportStore,
    @Inject(Home) private readonly home: Home,
    @Inject('provisioning:settings') private readonly settings: ProvisioningSettings,
  ) {}

  /** Runs the query as the requester, within the bounds of an export. */
  async make(
    exportId: string,
    workspaceId: string,
    queryId: string,
    about: Justification,
    order: Order & { actor: Person },
  ): Promise<Made | Refusal> {
    const found = await this.workspaces.read(workspaceId, order.actor);
    if (isRefusal(found)) return found;
    const query = await this.queries.find(workspaceId, queryId);
    if (query === null) return refuse('no-such-query');
    const result = await this.runner.run({ workspaceId, sql: query.sql, purpose: 'export' }, order);
    if (isRefusal(result)) return result;
    const bytes = toCsv(result);
    const { maxRows, maxBytes } = this.settings.export;
    if (result.truncated || result.rows.length > maxRows || bytes.length > maxBytes)
      return refuse('result-too-large', { maxRows, maxBytes });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.home.keepExport(exportId, sha256, bytes);
    const name = `${exportId}.csv`;
    const persons = hasContent(found.state) ? (dataOf(found.state)?.persons ?? 0) : 0;
    const checks = checkFile(bytes, name, about.declared, await this.earlier(workspaceId, exportId), persons);
    const memberIds = hasContent(found.state) ? namedPersons(found.state) : [];
    return { file: { queryId, name, sha256, bytes: bytes.length, rows: result.rows.length }, memberIds, checks };
  }

  private async earlier(workspaceId: string, exportId: string) {
    const released = (await this.exports.released(workspaceId)).filter(({ id }) => id !== exportId);
    return Promise.all(
      released.map(async ({ id, sha256 }) => ({ exportId: id, bytes: await this.home.readExport(id, sha256) })),
    );
  }
}
