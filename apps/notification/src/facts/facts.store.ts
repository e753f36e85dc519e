import type { DataOf, DatasetPublished } from '@hub/contracts';
import { type Received, Transient } from '@hub/messaging';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { type CaseFile, evolve, newCaseFile } from './case-file.js';
import type { Facts } from './recipients.js';

const receipt = 'INSERT INTO receipt (scope, key, fingerprint, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
const receiptOf = ({ id, type, time }: Received, reaction: string) => [reaction, id, type, time];

/** With the receipt, and locked: two events of one application wait for each other, even of a new one. */
const lock = `WITH once AS (${receipt} RETURNING 1)
  INSERT INTO case_file AS known (application_id, state, case_id, workspace_id) SELECT $5, $6::jsonb, $7, $8 FROM once
  ON CONFLICT (application_id) DO UPDATE SET case_id = coalesce(excluded.case_id, known.case_id),
    workspace_id = coalesce(excluded.workspace_id, known.workspace_id)
  RETURNING state`;

const keep = 'UPDATE case_file SET state = $2 WHERE application_id = $1';

const around = `SELECT
  ARRAY(SELECT json_build_object('personId', person_id, 'organisationId', organisation_id, 'role', role) FROM mandate
    WHERE NOT suspended AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to >= $1::date)
      AND (scope IS NULL OR scope && $2::text[])
    ORDER BY id) AS mandates,
  ARRAY(SELECT DISTINCT holder_id FROM known_dataset WHERE id = ANY($3::text[])) AS holders`;

/** What is known of cases, mandates and datasets, kept from events within the transaction that gives the notices. */
@Injectable()
export class FactsStore {
  /** The file of an application after an event, kept; nothing when the event was received before. */
  async follow(client: PoolClient, event: Received, reaction: string, id: string): Promise<CaseFile | undefined> {
    const { caseId, workspaceId } = event.data as { caseId?: string; workspaceId?: string };
    const { rows } = await client.query<{ state: CaseFile }>({
      name: 'case_file_lock',
      text: lock,
      values: [...receiptOf(event, reaction), id, newCaseFile(id), caseId, workspaceId],
    });
    if (!rows[0]) return undefined;
    const before = { ...newCaseFile(id), ...rows[0].state };
    const file = evolve(before, event.type, event.data);
    if (file !== before) await client.query({ name: 'case_file_keep', text: keep, values: [id, file] });
    return file;
  }

  /** Receives an event that belongs to no application; false when it was received before. */
  async receive(client: PoolClient, event: Received, reaction: string): Promise<boolean> {
    const { rowCount } = await client.query(receipt, receiptOf(event, reaction));
    return rowCount === 1;
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
    const { rows } = await client.query<Omit<Facts, 'file'>>({
      name: 'facts_around',
      text: around,
      values: [day, concerned, file?.datasets ?? []],
    });
    return { file, ...(rows[0] as Omit<Facts, 'file'>) };
  }

  async published(client: PoolClient, { datasetId, holderId }: DataOf<typeof DatasetPublished>): Promise<void> {
    await client.query(
      'INSERT INTO known_dataset (id, holder_id) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET holder_id = excluded.holder_id',
      [datasetId, holderId],
    );
  }
}
