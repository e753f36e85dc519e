import { Clock } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';

export type ScanState = 'NOT_SCANNED' | 'SCANNING' | 'CLEAN' | 'INFECTED';

export interface StoredFile {
  readonly id: string;
  readonly applicationId: string;
  readonly purpose: 'application' | 'message';
  readonly uploaderId: string;
  readonly messageId: string | null;
  readonly state: 'ARRIVED' | 'ATTACHED' | 'REMOVED';
  readonly place: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly scan: ScanState;
}

const columns = `id, application_id AS "applicationId", purpose, uploader_id AS "uploaderId", message_id AS "messageId",
  state, place, name, media_type AS "mediaType", sha256, bytes::float8 AS bytes, scan`;

/** What is known of files; that one is attached is said by the statement that appends the event. */
@Injectable()
export class AttachmentStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A file that has arrived. One that is already attached under this id (a repeated order) is left as it is. */
  async arrived(file: Omit<StoredFile, 'messageId' | 'state'>): Promise<'kept' | 'there-already'> {
    const { rowCount } = await this.database.query(
      'attachment_arrived',
      `INSERT INTO attachment (id, application_id, purpose, uploader_id, state, place, name, media_type, sha256, bytes,
          scan, scan_after, arrived_at)
        VALUES ($1, $2, $3, $4, 'ARRIVED', $5, $6, $7, $8, $9, $10, $11, $11)
        ON CONFLICT (id) DO UPDATE SET place = excluded.place, name = excluded.name, media_type = excluded.media_type,
          sha256 = excluded.sha256, bytes = excluded.bytes, scan = excluded.scan, arrived_at = excluded.arrived_at
        WHERE attachment.state = 'ARRIVED' AND attachment.application_id = excluded.application_id`,
      [
        ...[file.id, file.applicationId, file.purpose, file.uploaderId, file.place, file.name, file.mediaType],
        ...[file.sha256, file.bytes, file.scan, this.clock.now().toISOString()],
      ],
    );
    return rowCount === 1 ? 'kept' : 'there-already';
  }

  async one(applicationId: string, id: string): Promise<StoredFile | undefined> {
    return (await this.ofIds(applicationId, [id]))[0];
  }

  async ofIds(applicationId: string, ids: readonly string[]): Promise<StoredFile[]> {
    const { rows } = await this.database.query<StoredFile & Record<string, unknown>>(
      'attachment_of_ids',
      `SELECT ${columns} FROM attachment WHERE application_id = $1 AND id = ANY($2::text[]) AND state <> 'REMOVED'`,
      [applicationId, ids],
    );
    return rows;
  }

  /** Files that nothing holds any more: taken out, of a discarded draft, or arrived long ago and never attached. */
  async abandoned(before: Date): Promise<StoredFile[]> {
    const { rows } = await this.database.query<StoredFile & Record<string, unknown>>(
      'attachment_abandoned',
      `SELECT ${columns} FROM attachment WHERE state = 'REMOVED' OR (state = 'ARRIVED' AND arrived_at < $1) LIMIT 100`,
      [before.toISOString()],
    );
    return rows;
  }

  /** Only while it is still abandoned: an attachment that is being committed wins. */
  async forget(id: string, state: StoredFile['state']): Promise<boolean> {
    const { rowCount } = await this.database.query(
      'attachment_forget',
      'DELETE FROM attachment WHERE id = $1 AND state = $2',
      [id, state],
    );
    return rowCount === 1;
  }

  async unknownPlaces(places: readonly string[]): Promise<string[]> {
    const { rows } = await this.database.query<{ place: string }>(
      'attachment_unknown_places',
      `SELECT place FROM unnest($1::text[]) AS lying(place)
        WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.place = lying.place)`,
      [places],
    );
    return rows.map(({ place }) => place);
  }

  /** Ids of the infected files of an application. */
  async infectedOf(applicationId: string): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      'attachment_infected_of',
      `SELECT id FROM attachment WHERE application_id = $1 AND scan = 'INFECTED' AND state <> 'REMOVED'`,
      [applicationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes one that waits for the scanner; nobody else takes it before `again`. */
  async nextToScan(again: Date): Promise<StoredFile | undefined> {
    const { rows } = await this.database.query<StoredFile & Record<string, unknown>>(
      'attachment_next_to_scan',
      `UPDATE attachment SET scan_after = $2 WHERE id = (
          SELECT id FROM attachment WHERE scan = 'SCANNING' AND state <> 'REMOVED' AND scan_after <= $1
          ORDER BY scan_after LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING ${columns}`,
      [this.clock.now().toISOString(), again.toISOString()],
    );
    return rows[0];
  }

  /** Of these very bytes: a file that took their place meanwhile is scanned on its own. */
  async scanned({ id, place }: StoredFile, scan: 'CLEAN' | 'INFECTED'): Promise<void> {
    await this.database.query('attachment_scanned', 'UPDATE attachment SET scan = $3 WHERE id = $1 AND place = $2', [
      id,
      place,
      scan,
    ]);
  }
}
