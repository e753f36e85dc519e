import type { Role } from '@hub/contracts';
import { Clock, Ids, type Refusal, refuse } from '@hub/decider';
import { AggregateStore, type Answer, Journal, type Order } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import { type HistoryEntry, historyOf } from '../history.store.js';
import { mandateCommands } from './commands.js';
import { delegateMandate } from './delegate-mandate.js';
import { giveMandate, type Parties } from './give-mandate.js';
import type { Delegation, Mandate, MandateEvent, MandateRelation, MandateTerms } from './mandate.js';
import { mandate } from './mandate.js';
import { publishedMandate } from './mandate.published.js';
import { mandateRows } from './mandate.rows.js';

export interface MandateView extends MandateTerms {
  readonly id: string;
  readonly version: number;
  readonly status: Mandate['status'];
  readonly givenBy: string;
  readonly givenAt: string;
  readonly confirmDue: string;
  readonly seat?: number;
  readonly delegation?: Delegation;
}

/** Who sits where, from when to when. */
export interface Member {
  readonly personId: string;
  readonly role: Role;
  readonly from: string;
  readonly to?: string;
  readonly seat?: number;
}

const columns = `json_strip_nulls(json_build_object('id', id, 'version', version, 'status', status, 'personId', person_id,
  'organisationId', organisation_id, 'role', role, 'scope', scope, 'from', valid_from::text, 'to', valid_to::text,
  'givenBy', given_by, 'givenAt', given_at, 'seat', seat, 'confirmDue', confirm_due::text, 'delegation',
  CASE WHEN delegate_id IS NOT NULL THEN json_build_object('delegateId', delegate_id, 'from', delegate_from::text,
    'to', delegate_to::text) END)) AS view`;
const longestList = 500;

@Injectable()
export class MandateStore extends AggregateStore<Mandate, MandateEvent, MandateRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      { aggregate: mandate, slices: mandateCommands, published: publishedMandate, views: mandateRows },
    );
  }

  /** Two at once: the second append breaks an index that its rule had no chance to see, and is judged again. */
  async give(id: string, terms: MandateTerms, order: Order): Promise<Answer | Refusal> {
    for (;;) {
      try {
        return await this.execute(giveMandate, id, terms, order, await this.parties(terms));
      } catch (error) {
        const { constraint } = error as { constraint?: string };
        if (constraint === 'mandate_given_once') return refuse('already-given', { role: terms.role });
        if (constraint !== 'mandate_seat_once') throw error;
      }
    }
  }

  async delegate(id: string, delegation: Delegation, order: Order): Promise<Answer | Refusal> {
    const delegateIsOfOrganisation = await this.isOfOrganisation(id, delegation.delegateId);
    return this.execute(delegateMandate, id, delegation, order, { delegateIsOfOrganisation });
  }

  /** Whether somebody holds a mandate, today, of the organisation of this one. */
  async isOfOrganisation(id: string, personId: string): Promise<boolean> {
    const { rows } = await this.journal.database.query<{ known: boolean }>(
      'mandate_deputy',
      `SELECT EXISTS (SELECT FROM mandate d JOIN mandate m ON m.organisation_id = d.organisation_id
       WHERE m.id = $1 AND d.person_id = $2 AND d.status = 'given' AND d.valid_from <= $3::date
         AND (d.valid_to IS NULL OR d.valid_to >= $3::date)) AS known`,
      [id, personId, civilDay(this.ports.clock.now())],
    );
    return rows[0]?.known === true;
  }

  /** Those of one person, of one organisation, or of everybody; the latest first. */
  async list(filter: { personId?: string | undefined; organisationId?: string | undefined }): Promise<MandateView[]> {
    const { rows } = await this.journal.database.query<{ view: MandateView }>(
      'mandate_list',
      `SELECT ${columns} FROM mandate WHERE ($1::text IS NULL OR person_id = $1) AND ($2::text IS NULL OR organisation_id = $2)
       ORDER BY given_at DESC, id LIMIT ${longestList}`,
      [filter.personId ?? null, filter.organisationId ?? null],
    );
    return rows.map(({ view }) => view);
  }

  /** Who held these roles on a day, as is known now: not yet ended, and not suspended, by the end of that day. */
  async members(organisationId: string, roles: readonly Role[], day: string): Promise<Member[]> {
    const { rows } = await this.journal.database.query<{ member: Member }>(
      'mandate_members',
      `SELECT json_strip_nulls(json_build_object('personId', person_id, 'role', role, 'from', valid_from::text,
         'to', valid_to::text, 'seat', seat)) AS member
       FROM mandate WHERE organisation_id = $1 AND role = ANY ($2::text[]) AND valid_from <= $3::date
         AND (valid_to IS NULL OR valid_to >= $3::date)
         AND (ended_at IS NULL OR (ended_at AT TIME ZONE 'Europe/Paris')::date > $3::date)
         AND (suspended_at IS NULL OR (suspended_at AT TIME ZONE 'Europe/Paris')::date > $3::date)
       ORDER BY role DESC, seat, person_id`,
      [organisationId, roles, day],
    );
    return rows.map(({ member }) => member);
  }

  history(id: string): Promise<HistoryEntry[]> {
    return historyOf(this.journal.database, `mandate/${id}`);
  }

  private async parties({ personId, organisationId, role }: MandateTerms): Promise<Parties> {
    const { rows } = await this.journal.database.query<Parties & { readonly [column: string]: unknown }>(
      'mandate_parties',
      `SELECT EXISTS (SELECT FROM person WHERE id = $1) AS "personKnown",
       (SELECT json_build_object('kind', kind, 'active', status = 'active', 'seats', seats) FROM organisation WHERE id = $2)
         AS organisation,
       EXISTS (SELECT FROM mandate WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND status <> 'ended')
         AS "alreadyGiven",
       ARRAY (SELECT seat FROM mandate WHERE organisation_id = $2 AND role = $3 AND status <> 'ended' AND seat IS NOT NULL)
         AS "takenSeats",
       (SELECT count(*)::int FROM mandate WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND status = 'ended')
         AS "termsBefore"`,
      [personId, organisationId, role],
    );
    const parties = rows[0] as Parties;
    return { ...parties, organisation: parties.organisation ?? undefined };
  }
}
