import type { DataOf, DatasetPublished } from '@hub/contracts';
import { Transient } from '@hub/messaging';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { type CaseFile, evolve, newCaseFile } from './case-file.js';
import type { Facts, LiveMandate } from './recipients.js';

/** What is known of cases, mandates and datasets, kept from events within the transaction that gives the notices. */
@Injectable()
export class FactsStore {
  /** The file of an application after an event, kept. The row is made first, so that two events of a new one wait. */
  async follow(client: PoolClient, applicationId: string, type: string, data: unknown): Promise<CaseFile> {
    await client.query('INSERT INTO case_file (application_id, state) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      applicationId,
      newCaseFile(applicationId),
    ]);
    const { rows } = await client.query<{ state: CaseFile }>(
      'SELECT state FROM case_file WHERE application_id = $1 FOR UPDATE',
      [applicationId],
    );
    const file = evolve({ ...newCaseFile(applicationId), ...rows[0]?.state }, type, data);
    const { caseId, workspaceId } = data as { caseId?: string; workspaceId?: string };
    await client.query(
      `UPDATE case_file SET state = $2, workspace_id = coalesce($3, workspace_id), case_id = coalesce($4, case_id)
       WHERE application_id = $1`,
      [applicationId, file, workspaceId ?? null, caseId ?? null],
    );
    return file;
  }

  /** The application of a workspace. Its topic may be read later than that of its exports: tried again until then. */
  async applicationOf(client: PoolClient, workspaceId: string): Promise<string> {
    const { rows } = await client.query<{ id: string }>(
      'SELECT application_id AS id FROM case_file WHERE workspace_id = $1',
      [workspaceId],
    );
    if (!rows[0]) throw new Transient('the workspace is not known yet');
    return rows[0].id;
  }

  /** The application of a case, for events of the committee that name the case only; none of a case that is not known. */
  async applicationUnder(client: PoolClient, caseId: string): Promise<string | undefined> {
    const { rows } = await client.query<{ id: string }>(
      'SELECT application_id AS id FROM case_file WHERE case_id = $1',
      [caseId],
    );
    return rows[0]?.id;
  }

  /** Who may be told on `day`: those whose mandates hold, for all or for this very case or its datasets. */
  async around(client: PoolClient, file: CaseFile | undefined, day: string): Promise<Facts> {
    const concerned = file ? [file.applicationId, ...file.datasets] : [];
    const { rows } = await client.query<LiveMandate>(
      `SELECT person_id AS "personId", organisation_id AS "organisationId", role FROM mandate
       WHERE NOT suspended AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to >= $1::date) AND (scope IS NULL OR scope && $2::text[])
       ORDER BY id`,
      [day, concerned],
    );
    const { rows: held } = await client.query<{ holder: string }>(
      'SELECT DISTINCT holder_id AS holder FROM known_dataset WHERE id = ANY($1)',
      [file?.datasets ?? []],
    );
    return { file, mandates: rows, holders: held.map(({ holder }) => holder) };
  }

  async published(client: PoolClient, { datasetId, holderId }: DataOf<typeof DatasetPublished>): Promise<void> {
    await client.query(
      'INSERT INTO known_dataset (id, holder_id) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET holder_id = excluded.holder_id',
      [datasetId, holderId],
    );
  }
}
