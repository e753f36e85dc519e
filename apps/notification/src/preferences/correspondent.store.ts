import { createHash } from 'node:crypto';
import { Clock, type Refusal, refuse } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Language } from '../rules/rule.js';
import { codeMinutes, mostTries, type Preferences, usualPreferences, type Way } from './preferences.js';
import { Seal } from './seal.client.js';

interface Row extends Preferences {
  readonly person_id: string;
  readonly address: Buffer | null;
  readonly unconfirmed: Buffer | null;
  readonly code_hash: string | null;
  readonly code_until: Date | null;
  readonly code_tries: number;
  readonly demonstration: boolean;
}

export interface Correspondent extends Preferences {
  readonly email: string | null;
  readonly unconfirmedEmail: string | null;
  readonly demonstration: boolean;
}

/** How one kind of notice reaches a person outside the portal. */
export interface Route {
  readonly way: Way;
  readonly language: Language;
}

/** People as they wish to be written to. Stored state, not events: an address must be erasable. */
@Injectable()
export class CorrespondentStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Seal) private readonly seal: Seal,
    @Inject('notification:letters') private readonly letters: boolean,
  ) {}

  async find(personId: string): Promise<Correspondent> {
    const row = await this.row(personId);
    const { language, task, status } = row ?? usualPreferences;
    const opened = (sealed: Buffer | null | undefined) => (sealed ? this.seal.open(sealed, personId) : null);
    return {
      language,
      task,
      status,
      email: opened(row?.address),
      unconfirmedEmail: opened(row?.unconfirmed),
      demonstration: row?.demonstration ?? false,
    };
  }

  /** Those among the people who can be written to; nobody while the hub sends no letters. */
  async waysOf(client: PoolClient, ids: readonly string[]): Promise<Map<string, Record<'task' | 'status', Route>>> {
    if (!this.letters) return new Map();
    const { rows } = await client.query<Row>({
      name: 'correspondent_ways',
      text: 'SELECT person_id, language, task, status FROM correspondent WHERE person_id = ANY($1) AND address IS NOT NULL',
      values: [ids],
    });
    return new Map(
      rows.map(({ person_id, language, task, status }) => [
        person_id,
        { task: { way: task, language }, status: { way: status, language } },
      ]),
    );
  }

  async prefer(client: PoolClient, personId: string, { language, task, status }: Preferences): Promise<void> {
    await client.query(
      `INSERT INTO correspondent (person_id, language, task, status, updated_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id) DO UPDATE SET language = $2, task = $3, status = $4, updated_at = $5`,
      [personId, language, task, status, this.clock.now()],
    );
  }

  async forgetAddress(client: PoolClient, personId: string): Promise<void> {
    await client.query(
      `UPDATE correspondent SET address = NULL, unconfirmed = NULL, code_hash = NULL, demonstration = false WHERE person_id = $1`,
      [personId],
    );
  }

  /** Keeps a new address beside the old one until its code comes back. Answers the code. */
  async propose(client: PoolClient, personId: string, email: string): Promise<string> {
    const code = this.seal.code();
    const until = new Date(this.clock.now().getTime() + codeMinutes * 60_000);
    await client.query(
      'UPDATE correspondent SET unconfirmed = $2, code_hash = $3, code_until = $4, code_tries = 0 WHERE person_id = $1',
      [personId, this.seal.close(email, personId), hashOf(personId, code), until],
    );
    return code;
  }

  /** Puts the new address in the place of the old one if the code is its own. */
  async confirm(personId: string, code: string): Promise<Refusal | undefined> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<Row>('SELECT * FROM correspondent WHERE person_id = $1 FOR UPDATE', [
        personId,
      ]);
      const [row] = rows;
      const open = row?.unconfirmed && row.code_until && row.code_until > this.clock.now();
      if (!open || row.code_tries >= mostTries) return refuse('nothing-to-confirm');
      if (row.code_hash !== hashOf(personId, code)) {
        await client.query('UPDATE correspondent SET code_tries = code_tries + 1 WHERE person_id = $1', [personId]);
        return refuse('wrong-code', { left: mostTries - 1 - row.code_tries });
      }
      await client.query(
        `UPDATE correspondent SET address = unconfirmed, unconfirmed = NULL, code_hash = NULL, demonstration = false,
         updated_at = $2 WHERE person_id = $1`,
        [personId, this.clock.now()],
      );
      return undefined;
    });
  }

  /** DEMONSTRATION ONLY: an address that nobody confirmed; leaves alone whoever is known. */
  async seed(personId: string, email: string, language: Language): Promise<void> {
    await this.database.query(
      'correspondent_seed',
      `INSERT INTO correspondent (person_id, address, language, task, status, demonstration, updated_at)
       VALUES ($1, $2, $3, $4, $5, true, $6) ON CONFLICT DO NOTHING`,
      [
        personId,
        this.seal.close(email, personId),
        language,
        usualPreferences.task,
        usualPreferences.status,
        this.clock.now(),
      ],
    );
  }

  private async row(personId: string): Promise<Row | undefined> {
    const { rows } = await this.database.query<Row>(
      'correspondent_row',
      'SELECT * FROM correspondent WHERE person_id = $1',
      [personId],
    );
    return rows[0];
  }
}

const hashOf = (personId: string, code: string) => createHash('sha256').update(`${personId}\n${code}`).digest('hex');
