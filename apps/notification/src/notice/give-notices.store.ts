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
import { CorrespondentStore, type Route } from '../preferences/correspondent.store.js';
import { applies } from '../rules/rule.js';
import { rulesOf } from '../rules/table.js';
import type { NotificationSettings } from '../settings.config.js';
import { aboutOf } from './about.js';
import { noticesOf, type PlannedNotice } from './notices-of.js';
import type { About, Content } from './render.js';
import { comparable } from './search-words.js';

/** What a notice says about where it comes from. */
export interface Occasion {
  readonly eventId: string;
  readonly eventType: string;
  readonly time: Date;
  readonly about: About;
}

/** A notice on its way: whether a letter goes with it, and in which language. */
interface AddressedNotice extends PlannedNotice, Route {
  readonly id: string;
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
      const id = await this.applicationOf(client, event.data as Named);
      const file = id === undefined ? undefined : await this.facts.follow(client, event, reaction, id);
      const isNew = id === undefined ? await this.facts.receive(client, event, reaction) : file !== undefined;
      if (!isNew) return;
      await followMandates(client, event);
      if (event.type === DatasetPublished.type) await this.facts.published(client, event.data as never);
      await this.tell(client, event, file);
    });
    this.waited.delete(event.id);
  }

  /** Gives notices within a transaction, each once for its event and person. */
  async give(client: PoolClient, planned: readonly PlannedNotice[], occasion: Occasion): Promise<void> {
    if (planned.length === 0) return;
    const people = await this.correspondents.waysOf(
      client,
      planned.map(({ personId }) => personId),
    );
    const byMail = isWorthALetter(occasion.time, this.clock.now());
    const notices = planned.map((notice): AddressedNotice => {
      const { way, language } = people.get(notice.personId)?.[notice.kind] ?? { way: 'none', language: 'fr' };
      return { ...notice, id: this.ids.next(), way: byMail ? way : 'none', language };
    });
    const given = await this.insert(client, notices, occasion);
    const letters = notices
      .filter(({ id, way }) => way === 'at-once' && given.has(id))
      .map(({ id, personId, language, content }) => ({ id, personId, language, ...content[language] }));
    await this.letters.write(client, letters);
  }

  private async tell(client: PoolClient, event: Received, file: CaseFile | undefined): Promise<void> {
    if (event.time < keptFrom(this.clock.now())) return;
    const rules = rulesOf(event.type).filter((rule) => applies(rule, event.data));
    if (rules.length === 0) return;
    if (file && !file.leadId) this.wait(event.id);
    const facts = await this.facts.around(client, file, dayOf(this.clock.now()));
    const about = aboutOf(event, file);
    const planned = noticesOf(rules, facts, event.data, about, this.settings.portal);
    await this.give(client, planned, { eventId: event.id, eventType: event.type, time: event.time, about });
  }

  /** The ids of those that had not been given before. */
  private async insert(
    client: PoolClient,
    notices: readonly AddressedNotice[],
    { eventId, eventType, about, time }: Occasion,
  ): Promise<Set<string>> {
    const all = (of: (notice: AddressedNotice) => unknown) => notices.map(of);
    const { rows } = await client.query<{ id: string }>({
      name: 'notices_give',
      text: insert,
      values: [
        ...[eventId, eventType, about.applicationId, about.reference, time, this.clock.now()],
        ...[all(({ id }) => id), all(({ personId }) => personId), all(({ kind }) => kind), all(({ dueAt }) => dueAt)],
        ...[all(({ content }) => content), all(({ content }) => comparable(wordsOf(content, about)))],
        ...[all(({ way }) => way), all(({ way, id }) => (way === 'at-once' ? id : null))],
      ],
    });
    return new Set(rows.map(({ id }) => id));
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

const insert = `INSERT INTO notice (event_id, event_type, application_id, reference, at, created_at,
    id, person_id, kind, due_at, content, words, by_mail, letter_id)
  SELECT $1, $2, $3, $4, $5, $6, each.* FROM unnest($7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::jsonb[],
    $12::text[], $13::text[], $14::text[]) AS each
  ON CONFLICT ON CONSTRAINT notice_once DO NOTHING RETURNING id`;

const wordsOf = ({ en, fr }: Content, { reference }: About) =>
  [en.subject, en.text, fr.subject, fr.text, reference].join(' ');
