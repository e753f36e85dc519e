import { DatasetPublished } from '@hub/contracts';
import { Clock, Ids } from '@hub/decider';
import { Database } from '@hub/event-store';
import { type Received, Transient } from '@hub/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { CaseFile } from '../facts/case-file.js';
import { FactsStore } from '../facts/facts.store.js';
import { followMandates } from '../facts/mandates.store.js';
import { LetterStore } from '../letters/letter.store.js';
import { isWorthALetter, keptFrom } from '../letters/times.js';
import { dayOf } from '../letters/zone.js';
import { CorrespondentStore } from '../preferences/correspondent.store.js';
import { rulesOf } from '../rules/table.js';
import type { NotificationSettings } from '../settings.config.js';
import { aboutOf } from './about.js';
import { noticesOf, type PlannedNotice } from './notices-of.js';
import type { About } from './render.js';
import { comparable } from './search-words.js';

/** What a notice says about where it comes from. */
export interface Occasion {
  readonly eventId: string;
  readonly eventType: string;
  readonly time: Date;
  readonly about: About;
}

/** The things that an event may name. */
interface Named {
  readonly applicationId?: string;
  readonly caseId?: string;
  readonly exportId?: string;
  readonly workspaceId?: string;
}

/** How often an event is tried again before its application is taken for one that will never be known. */
const patience = 12;

/** Turns events into facts and notices: receipt, facts, notices and letters in one transaction. */
@Injectable()
export class GiveNotices {
  private readonly waited = new Map<string, number>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FactsStore) private readonly facts: FactsStore,
    @Inject(CorrespondentStore) private readonly correspondents: CorrespondentStore,
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
    @Inject('notification:settings') private readonly settings: NotificationSettings,
  ) {}

  async inReactionTo(event: Received, reaction: string): Promise<void> {
    await this.database.transaction(async (client) => {
      const receipt = await client.query(
        'INSERT INTO receipt (scope, key, fingerprint, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [reaction, event.id, event.type, event.time],
      );
      if (receipt.rowCount === 0) return;
      const file = await this.learn(client, event);
      if (event.time < keptFrom(this.clock.now())) return;
      const rules = rulesOf(event.type);
      if (rules.length === 0) return;
      if (file && !file.leadId) this.wait(event.id);
      const facts = await this.facts.around(client, file, dayOf(this.clock.now()));
      const about = aboutOf(event, file);
      const planned = noticesOf(rules, facts, event.data, about, this.settings.portal);
      await this.give(client, planned, { eventId: event.id, eventType: event.type, time: event.time, about });
    });
    this.waited.delete(event.id);
  }

  /** Gives notices within a transaction, each once for its event and person. */
  async give(client: PoolClient, planned: readonly PlannedNotice[], occasion: Occasion): Promise<void> {
    const people = await this.correspondents.waysOf(
      client,
      planned.map(({ personId }) => personId),
    );
    for (const notice of planned) {
      const { way, language } = people.get(notice.personId)?.[notice.kind] ?? { way: 'none', language: 'fr' };
      const byMail = isWorthALetter(occasion.time, this.clock.now()) ? way : 'none';
      const id = this.ids.next();
      const given = await client.query(insert, [
        id,
        notice.personId,
        occasion.eventId,
        occasion.eventType,
        notice.kind,
        occasion.about.applicationId,
        occasion.about.reference,
        notice.dueAt,
        notice.content,
        comparable(wordsOf(notice, occasion)),
        occasion.time,
        this.clock.now(),
        byMail,
        byMail === 'at-once' ? id : null,
      ]);
      if (given.rowCount === 0 || byMail !== 'at-once') continue;
      const { subject, text } = notice.content[language];
      await this.letters.write(client, { id, personId: notice.personId, language, subject, text });
    }
  }

  private async learn(client: PoolClient, event: Received): Promise<CaseFile | undefined> {
    await followMandates(client, event);
    if (event.type === DatasetPublished.type) await this.facts.published(client, event.data as never);
    const id = await this.applicationOf(client, event.data as Named);
    return id ? this.facts.follow(client, id, event.type, event.data) : undefined;
  }

  private async applicationOf(client: PoolClient, data: Named): Promise<string | undefined> {
    const { applicationId, caseId, exportId, workspaceId } = data;
    if (applicationId) return applicationId;
    if (exportId && workspaceId) return this.facts.applicationOf(client, workspaceId);
    return caseId ? this.facts.applicationUnder(client, caseId) : undefined;
  }

  /** Topics are read side by side: the application may be told of a moment later than what follows from it. */
  private wait(eventId: string): void {
    const times = (this.waited.get(eventId) ?? 0) + 1;
    this.waited.set(eventId, times);
    if (times <= patience) throw new Transient('the application is not known yet');
  }
}

const insert = `INSERT INTO notice (id, person_id, event_id, event_type, kind, application_id, reference, due_at, content, words, at,
  created_at, by_mail, letter_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT ON CONSTRAINT notice_once DO NOTHING`;

const wordsOf = ({ content: { en, fr } }: PlannedNotice, { about }: Occasion) =>
  [en.subject, en.text, fr.subject, fr.text, about.reference].join(' ');
