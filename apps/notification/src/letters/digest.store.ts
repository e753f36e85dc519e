import { Clock } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Content } from '../notice/render.js';
import { usualPreferences } from '../preferences/preferences.js';
import type { Language } from '../rules/rule.js';
import type { NotificationSettings } from '../settings.config.js';
import { digestOf } from './digest.js';
import { LetterStore } from './letter.store.js';
import { latestDigest, type Rhythm } from './times.js';

interface Waiting {
  readonly id: string;
  readonly kind: 'task' | 'status';
  readonly content: Content;
}

const longestDigest = 200;

/** Gathers what waits for a digest into letters: each notice into one, whatever happens in between. */
@Injectable()
export class DigestStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject('notification:settings') private readonly settings: NotificationSettings,
  ) {}

  async gather(rhythm: Rhythm): Promise<void> {
    const slot = latestDigest(rhythm, this.clock.now());
    const { rows } = await this.database.query<{ person: string }>(
      'digest_people',
      `SELECT DISTINCT person_id AS person FROM notice WHERE by_mail = $1 AND letter_id IS NULL AND created_at < $2::timestamptz`,
      [rhythm, slot.toISOString()],
    );
    for (const { person } of rows)
      await this.database.transaction((client) => this.write(client, person, rhythm, slot));
  }

  /** The rows are locked: another process that gathers at the same time waits, and then finds none left. */
  private async write(client: PoolClient, personId: string, rhythm: Rhythm, slot: Date): Promise<void> {
    const { rows: notices } = await client.query<Waiting>(
      `SELECT id, kind, content FROM notice WHERE person_id = $1 AND by_mail = $2 AND letter_id IS NULL AND created_at < $3
       ORDER BY at, id LIMIT ${longestDigest} FOR UPDATE`,
      [personId, rhythm, slot],
    );
    const [first] = notices;
    if (!first) return;
    const { rows } = await client.query<{ language: Language }>(
      'SELECT language FROM correspondent WHERE person_id = $1',
      [personId],
    );
    const language = rows[0]?.language ?? usualPreferences.language;
    const told = notices.map(({ kind, content }) => ({ kind, words: content[language] }));
    const id = `digest-${first.id}`;
    await client.query('UPDATE notice SET letter_id = $2 WHERE id = ANY($1)', [notices.map((one) => one.id), id]);
    const letter = { id, personId, language, ...digestOf(told, language, this.settings.portal) };
    await this.letters.write(client, [letter]);
  }
}
