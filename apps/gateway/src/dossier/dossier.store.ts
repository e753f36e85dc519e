import { Database } from '@hub/event-store';
import type { Received } from '@hub/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { type Dossier, newDossier } from './dossier.js';
import { evolve } from './evolve.js';
import { type Entry, entryOf } from './timeline.js';
import { isStaff, type Viewer, visibleTo } from './visibility.js';

export interface KnownDossier {
  readonly dossier: Dossier;
  /** The number of the last entry of the timeline. */
  readonly entries: number;
  readonly updatedAt: Date;
}

export interface NumberedEntry extends Entry {
  readonly number: number;
}

/** Told to every process of the gateway when a dossier has changed. */
export const dossierChannel = 'gateway_dossier';
const longestTimeline = 1_000;

@Injectable()
export class DossierStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Takes an event into its dossier, once: view, timeline and receipt in one transaction. */
  async compose(event: Received, applicationId: string, reaction: string): Promise<void> {
    await this.database.transaction(async (client) => {
      const receipt = await client.query(
        `INSERT INTO receipt (scope, key, fingerprint, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [reaction, event.id, event.type, event.time],
      );
      if (receipt.rowCount === 0) return;
      const { dossier, entries } = await this.locked(client, applicationId, event.time);
      const entry = entryOf(event, event.actor);
      const number = entries + (entry ? 1 : 0);
      await save(client, evolve(dossier, event), number, event.time);
      if (entry) {
        await client.query('INSERT INTO dossier_entry (application_id, number, entry) VALUES ($1, $2, $3)', [
          applicationId,
          number,
          entry,
        ]);
      }
      await client.query('SELECT pg_notify($1, $2)', [dossierChannel, applicationId]);
    });
  }

  async find(applicationId: string, viewer: Viewer): Promise<KnownDossier | undefined> {
    const { rows } = await this.database.query<{ state: Dossier; entries: number; updated_at: Date }>(
      'dossier_find',
      'SELECT state, entries, updated_at FROM dossier WHERE application_id = $1',
      [applicationId],
    );
    const [row] = rows;
    if (!row || !visibleTo(row.state, viewer)) return undefined;
    return { dossier: row.state, entries: row.entries, updatedAt: row.updated_at };
  }

  /** Those of a viewer's teams, and by role others'; the last changed first. */
  async list(viewer: Viewer, page: { limit: number; before?: string | undefined }): Promise<KnownDossier[]> {
    const { rows } = await this.database.query<{ state: Dossier; entries: number; updated_at: Date }>(
      'dossier_list',
      `SELECT state, entries, updated_at FROM dossier
       WHERE (people @> ARRAY[$1] OR ($2 AND status NOT IN ('DRAFT', 'UNKNOWN')))
       AND status <> 'DELETED' AND ($3::timestamptz IS NULL OR updated_at < $3) ORDER BY updated_at DESC LIMIT $4`,
      [viewer.id, isStaff(viewer), page.before ?? null, page.limit],
    );
    // The rule itself is stated once, in code: the query only narrows down.
    return rows
      .filter(({ state }) => visibleTo(state, viewer))
      .map((row) => ({ dossier: row.state, entries: row.entries, updatedAt: row.updated_at }));
  }

  /** What the timeline tells after an entry, in order. */
  async entriesAfter(applicationId: string, number: number): Promise<NumberedEntry[]> {
    const { rows } = await this.database.query<{ number: number; entry: Entry }>(
      'dossier_entries',
      `SELECT number, entry FROM dossier_entry WHERE application_id = $1 AND number > $2 ORDER BY number LIMIT ${longestTimeline}`,
      [applicationId, number],
    );
    return rows.map(({ number: n, entry }) => ({ number: n, ...entry }));
  }

  /** The row is made first, so that two events of a new dossier wait for each other. */
  private async locked(
    client: PoolClient,
    applicationId: string,
    at: Date,
  ): Promise<{ dossier: Dossier; entries: number }> {
    const fresh = newDossier(applicationId);
    await client.query(
      `INSERT INTO dossier (application_id, state, people, status, entries, updated_at) VALUES ($1, $2, '{}', $3, 0, $4) ON CONFLICT DO NOTHING`,
      [applicationId, fresh, fresh.status, at],
    );
    const { rows } = await client.query<{ state: Dossier; entries: number }>(
      'SELECT state, entries FROM dossier WHERE application_id = $1 FOR UPDATE',
      [applicationId],
    );
    const [row] = rows;
    return row ? { dossier: row.state, entries: row.entries } : { dossier: fresh, entries: 0 };
  }
}

const save = (client: PoolClient, dossier: Dossier, entries: number, at: Date) =>
  client.query(
    `UPDATE dossier SET state = $2, people = $3, status = $4, entries = $5, updated_at = greatest(updated_at, $6) WHERE application_id = $1`,
    [dossier.applicationId, dossier, dossier.team.map(({ personId }) => personId), dossier.status, entries, at],
  );
