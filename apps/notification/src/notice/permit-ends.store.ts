import { Clock } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseFile } from '../facts/case-file.js';
import { FactsStore } from '../facts/facts.store.js';
import { dayOf } from '../letters/zone.js';
import { daysBefore, permitEndRules } from '../rules/permit-ends.js';
import type { NotificationSettings } from '../settings.config.js';
import { aboutOf } from './about.js';
import { GiveNotices } from './give-notices.store.js';
import { noticesOf } from './notices-of.js';

const dayMs = 86_400_000;

/** Tells of permits whose end is near, each time once: the notice is that of (permit, last day, days before). */
@Injectable()
export class PermitEnds {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FactsStore) private readonly facts: FactsStore,
    @Inject(GiveNotices) private readonly notices: GiveNotices,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('notification:settings') private readonly settings: NotificationSettings,
  ) {}

  async tell(): Promise<void> {
    const now = this.clock.now();
    const [furthest] = daysBefore;
    const { rows } = await this.database.query<{ state: CaseFile; until: string }>(
      'permit_ends',
      `SELECT state, state->'permit'->>'validUntil' AS until FROM case_file
       WHERE state->'permit'->>'validUntil' BETWEEN $1 AND $2`,
      [dayOf(now), dayOf(new Date(now.getTime() + furthest * dayMs))],
    );
    for (const { state, until } of rows) await this.tellOf(state, until, now);
  }

  private async tellOf(file: CaseFile, until: string, now: Date): Promise<void> {
    // Noon of the last day is that day in every office.
    const lastDay = new Date(`${until}T12:00:00.000Z`);
    const near = daysBefore.filter((days) => dayOf(now) >= dayOf(new Date(lastDay.getTime() - days * dayMs)));
    const days = near.at(-1);
    if (days === undefined) return;
    const data = { lastDay: lastDay.toISOString() };
    const about = aboutOf({ subject: file.applicationId, data }, file);
    await this.database.transaction(async (client) => {
      const facts = await this.facts.around(client, file, dayOf(now));
      const planned = noticesOf(permitEndRules, facts, data, about, this.settings.portal);
      const eventId = `permit-end/${about.reference}/${until}/${days}`;
      await this.notices.give(client, planned, {
        eventId,
        eventType: 'notification.permit-end-near',
        time: now,
        about,
      });
    });
  }
}
