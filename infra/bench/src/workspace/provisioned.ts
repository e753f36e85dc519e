import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatasetPublished, PermitGranted, WorkspaceActivated, WorkspacePreparationStarted } from '@hub/contracts';
import type { Setting } from '../bench.js';
import { listener, type Publish, publisher, type When } from '../hub/events.js';
import { type BenchHub, startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { eventually } from '../statistics.js';
import { claims, columns, period, schema } from './claims.js';

/** The provisioning service with one delivered file, ready for permits that name it. */
export class Provisioned {
  private constructor(
    readonly hub: BenchHub,
    readonly tokens: Tokens,
    private readonly publish: Publish,
    private readonly when: When,
  ) {}

  static async with(file: string, { folder, cleanUp }: Setting): Promise<Provisioned> {
    const hub = await startHub({ home: join(folder, 'hub'), only: 'directory,provisioning' }, cleanUp);
    const tokens = new Tokens(hub.run.issuer, hub.url('directory'));
    const publish = await publisher(hub.run.brokers, cleanUp);
    const when = await listener(hub.run.brokers, WorkspaceActivated.topic, cleanUp);
    const provisioned = new Provisioned(hub, tokens, publish, when);
    await provisioned.deliver(file);
    return provisioned;
  }

  /** Grants a permit as the review would; answers the workspace, and what the preparation took by its own events. */
  async permit(number: number): Promise<{ workspaceId: string; seconds: number }> {
    const baseId = `HDH-2026-${String(number).padStart(6, '0')}`;
    const [today, later] = [0, 3 * 365].map((days) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    ) as [string, string];
    await this.publish(PermitGranted, `${baseId}-v1`, {
      ...{
        baseId,
        permitId: `${baseId}-v1`,
        version: 1,
        applicationId: `application-${number}`,
        organisationId: 'inserm',
      },
      team: [{ personId: 'claire', organisationId: 'inserm', role: 'lead' }],
      scope: { datasets: [{ datasetId: claims.datasetId, tables: [{ table: claims.table, columns }] }], period },
      ...{ validFrom: today, validUntil: later },
    });
    const ended = await this.when(WorkspaceActivated.type, baseId);
    const began = await this.when(WorkspacePreparationStarted.type, baseId);
    return { workspaceId: baseId, seconds: (ended.getTime() - began.getTime()) / 1000 };
  }

  private async deliver(file: string): Promise<void> {
    const { datasetId, table, holderId } = claims;
    const published = {
      datasetId,
      holderId,
      version: 1,
      accessRight: 'NON_PUBLIC' as const,
      tables: [{ name: table, columns, personalKeys: ['person'] }],
    };
    await this.publish(DatasetPublished, datasetId, published);
    const { id, version } = await eventually('the dataset’s announcement', async () => {
      const body = JSON.stringify({ datasetId, table, format: 'parquet', schema });
      const response = await this.call('holder-cnam', 'POST', '/deliveries', body, {
        'content-type': 'application/json',
      });
      return response.ok ? ((await response.json()) as { id: string; version: number }) : undefined;
    });
    const headers = { 'content-type': 'application/octet-stream', 'if-match': `"${version}"` };
    const sent = await this.call(
      'holder-cnam',
      'PUT',
      `/deliveries/${id}/file`,
      Readable.toWeb(createReadStream(file)),
      headers,
    );
    if (!sent.ok) throw new Error(`the delivery was refused: ${sent.status} ${await sent.text()}`);
  }

  /** The service asked directly. */
  async call(
    who: string,
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    const authorization = `Bearer ${await this.tokens.within(who)}`;
    return fetch(this.hub.url('provisioning') + path, {
      method,
      headers: { ...headers, authorization },
      body,
      duplex: 'half',
    } as RequestInit);
  }
}
