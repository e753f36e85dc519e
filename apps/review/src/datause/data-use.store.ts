import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { DataUseCode } from './facts.js';
import type { KnownOrganisation } from './stated-use.js';

/** What the catalogue says of the use of each dataset, and the directory of each organisation. */
@Injectable()
export class DataUseStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async codesOf(datasetIds: readonly string[]): Promise<Map<string, readonly DataUseCode[]>> {
    const { rows } = await this.database.query<{ dataset_id: string; codes: DataUseCode[] }>(
      'data_use_of',
      'SELECT dataset_id, codes FROM data_use WHERE dataset_id = ANY ($1::text[])',
      [datasetIds],
    );
    return new Map(rows.map(({ dataset_id, codes }) => [dataset_id, codes]));
  }

  async organisation(id: string): Promise<KnownOrganisation | undefined> {
    const { rows } = await this.database.query<{ facts: KnownOrganisation }>(
      'known_organisation',
      'SELECT facts FROM known_organisation WHERE id = $1',
      [id],
    );
    return rows[0]?.facts;
  }

  /** Takes a newer version; an older or the same one, come again, changes nothing. */
  async learnCodes(datasetId: string, version: number, codes: readonly DataUseCode[]): Promise<void> {
    await this.database.query(
      'data_use_learn',
      `INSERT INTO data_use (dataset_id, version, codes) VALUES ($1, $2, $3)
       ON CONFLICT (dataset_id) DO UPDATE SET version = excluded.version, codes = excluded.codes
       WHERE data_use.version < excluded.version`,
      [datasetId, version, JSON.stringify(codes)],
    );
  }

  async learnOrganisation(id: string, version: number, facts: KnownOrganisation): Promise<void> {
    await this.database.query(
      'known_organisation_learn',
      `INSERT INTO known_organisation (id, version, facts) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, facts = excluded.facts
       WHERE known_organisation.version < excluded.version`,
      [id, version, JSON.stringify(facts)],
    );
  }
}
