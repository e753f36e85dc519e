import { Clock, Ids, isRefusal, type Refusal, system } from '@hub/decider';
import { type Answer, Database, type Order } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import { remindOfConfirmation, suspendMandate } from './confirm-mandate.js';
import { lapseDelegation } from './delegate-mandate.js';
import { dissolveMandate, lapseMandate } from './end-mandate.js';
import { MandateStore } from './mandate.store.js';

type Turn = 'dissolve' | 'lapse' | 'lapse-delegation' | 'suspend' | 'remind';

interface DueMandate {
  readonly id: string;
  readonly turn: Turn;
  readonly givenOn: string;
  readonly delegateId: string | null;
}

const batch = 200;

const delegateIsElsewhere = `NOT EXISTS (SELECT FROM mandate own
  WHERE own.person_id = m.delegate_id AND own.organisation_id = m.organisation_id AND own.status = 'given'
    AND own.valid_from <= $1::date AND (own.valid_to IS NULL OR own.valid_to >= $1::date))`;

/**
 * As the rules say it, for all mandates at once; a mandate's next turn comes when this one is done. Three indexes
 * find them: by day, by closed organisation, by delegate.
 */
const due = `
  WITH touched AS (
    SELECT m.id FROM mandate m WHERE m.next_turn <= $1::date
    UNION SELECT m.id FROM organisation o JOIN mandate m ON m.organisation_id = o.id
      WHERE o.status = 'closed' AND m.status <> 'ended'
    UNION SELECT m.id FROM mandate m WHERE m.delegate_id IS NOT NULL AND ${delegateIsElsewhere})
  SELECT m.id, m.delegate_id AS "delegateId", (m.given_at AT TIME ZONE 'Europe/Paris')::date::text AS "givenOn", CASE
    WHEN o.status = 'closed' THEN 'dissolve'
    WHEN m.valid_to < $1::date THEN 'lapse'
    WHEN m.delegate_to < $1::date OR (m.delegate_id IS NOT NULL AND ${delegateIsElsewhere}) THEN 'lapse-delegation'
    WHEN m.suspend_after < $1::date THEN 'suspend'
    ELSE 'remind' END AS turn
  FROM touched JOIN mandate m USING (id) JOIN organisation o ON o.id = m.organisation_id ORDER BY m.id LIMIT ${batch}`;

/** What a day brings to mandates, as commands that their rules check once more. */
@Injectable()
export class MandateCalendar {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /**
   * Takes every turn that has come. Safe on several replicas at once: the second finds the turn taken, and its rule
   * refuses.
   */
  async turn(): Promise<void> {
    const today = civilDay(this.clock.now());
    for (let goOn = true; goOn; ) {
      const { rows } = await this.database.query<DueMandate>('mandate_due', due, [today]);
      const outcomes: (Answer | Refusal)[] = [];
      for (const mandate of rows) outcomes.push(await this.take(mandate, today));
      // Others may be taking them too: where nothing moved, the next look is soon enough.
      goOn = rows.length === batch && outcomes.some((outcome) => !isRefusal(outcome));
    }
  }

  private async take({ id, turn, givenOn, delegateId }: DueMandate, today: string): Promise<Answer | Refusal> {
    const order: Order = { actor: system('directory'), correlationId: this.ids.next() };
    switch (turn) {
      case 'dissolve':
        return this.mandates.execute(dissolveMandate, id, {}, order, { organisationClosed: true });
      case 'lapse':
        return this.mandates.execute(lapseMandate, id, { today }, order);
      case 'lapse-delegation':
        return this.mandates.execute(lapseDelegation, id, { today }, order, {
          delegateIsOfOrganisation: await this.mandates.isOfOrganisation(id, delegateId ?? ''),
        });
      case 'suspend':
        return this.mandates.execute(suspendMandate, id, { today }, order);
      case 'remind':
        return this.mandates.execute(remindOfConfirmation, id, { today, givenOn }, order);
    }
  }
}
