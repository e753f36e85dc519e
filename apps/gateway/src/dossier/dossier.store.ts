import type { Versioned } from '@hub/decider';
import { Database, StateCache } from '@hub/event-store';
import type { Received } from '@hub/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { type Dossier, newDossier } from './dossier.js';
import type { Entry } from './entry.js';
import { evolve } from './evolve.js';
import { entryOf } from './timeline.js';
import { isStaff, type Viewer, visibleTo } from './visibility.js';

export interface KnownDossier {
  readonly dossier: Dossier;
  /** The number of the last entry of the timeline. */
  readonly entries: number;
  readonly updatedAt: Date;
}

/** A dossier and the number of its last entry; its version is the row's revision. */
interface Composed {
  readonly dossier: Dossier;
  readonly entries: number;
}

export interface NumberedEntry extends Entry {
  readonly number: number;
}

/** Told to every process of the gateway when a dossier has changed. */
export const dossierChannel = 'gateway_dossier';
const longestTimeline = 1_000;

/**
 * A receipt that exists already stops everything after it. A revision that moved since it was read breaks the
 * constraint `dossier_revision`, which takes the receipt back as well.
 */
const compose = `WITH once AS (
    INSERT INTO receipt (scope, key, fingerprint, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1
  ), saved AS (
    INSERT INTO dossier (application_id, state, people, status, entries, updated_at, revision)
    SELECT $5, $6::jsonb, $7::text[], $8, $9::int, $4, $10::int + 1 FROM once
    ON CONFLICT (application_id) DO UPDATE SET state = excluded.state, people = excluded.people, status = excluded.status,
      entries = excluded.entries, updated_at = greatest(dossier.updated_at, excluded.updated_at),
      revision = CASE WHEN dossier.revision = $10::int THEN excluded.revision ELSE -1 END
    RETURNING 1
  ), told AS (
    INSERT INTO dossier_entry (application_id, number, entry) SELECT $5, $9::int, $11::json FROM saved WHERE $11::json IS NOT NULL
  )
  SELECT pg_notify('${dossierChannel}', $5) FROM saved`;

@Injectable()
export class DossierStore {
  /** What this process wrote last: the next event builds on it unasked, as commands do (ADR 0005). */
  private readonly written = new StateCache<Composed | undefined>(undefined);

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Takes an event into its dossier, once: view, timeline, receipt and call to readers in one prepared statement. */
  async compose(event: Received, applicationId: string, reaction: string): Promise<void> {
    const { state, version } = this.written.get(applicationId);
    let ground = state ? { state, version } : await this.known(applicationId);
    for (;;) {
      const { dossier, entries } = ground.state;
      const entry = entryOf(event, event.actor);
      const number = entries + (entry ? 1 : 0);
      const next = evolve(dossier, event);
      const people = next.team.map(({ personId }) => personId);
      const receipt = [reaction, event.id, event.type, event.time];
      const values = [...receipt, applicationId, next, people, next.status, number, ground.version, entry ?? null];
      try {
        const { rowCount } = await this.database.query('dossier_compose', compose, values);
        const saved = { state: { dossier: next, entries: number }, version: ground.version + 1 };
        if (rowCount === 1) this.written.set(applicationId, saved);
        return;
      } catch (error) {
        // Another event came first, in this process or in another: what it made is taken as the ground.
        if ((error as { constraint?: string }).constraint !== 'dossier_revision') throw error;
        ground = await this.known(applicationId);
      }
    }
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

  private async known(applicationId: string): Promise<Versioned<Composed>> {
    const { rows } = await this.database.query<{ state: Dossier; entries: number; revision: number }>(
      'dossier_known',
      'SELECT state, entries, revision FROM dossier WHERE application_id = $1',
      [applicationId],
    );
    const [row] = rows;
    return row
      ? { state: { dossier: row.state, entries: row.entries }, version: row.revision }
      : { state: { dossier: newDossier(applicationId), entries: 0 }, version: 0 };
  }
}
