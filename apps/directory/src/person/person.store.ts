import { Clock, Ids } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import type { OutsideIdentity } from '../exchange/outside-token.client.js';
import type { LiveMandate } from '../exchange/standing.js';

export interface KnownPerson {
  readonly id: string;
  readonly name: string | null;
  readonly mandates: readonly LiveMandate[];
}

export interface PersonView {
  readonly id: string;
  readonly name: string | null;
}

const inForce = (mandate: string): string =>
  `${mandate}.status = 'given' AND ${mandate}.valid_from <= $1::date AND (${mandate}.valid_to IS NULL OR ${mandate}.valid_to >= $1::date)`;

/**
 * Those in force on day $1, of organisations that are still there: one's own, and those delegated to one, as long as
 * one is of the organisation oneself.
 */
const liveMandates = `coalesce((SELECT json_agg(json_build_object('mandateId', m.id, 'organisationId', m.organisation_id,
    'role', m.role, 'scope', m.scope,
    'until', CASE WHEN m.person_id = p.id THEN m.valid_to ELSE m.delegate_to END::text,
    'delegatedBy', CASE WHEN m.person_id <> p.id THEN m.person_id END)
    ORDER BY m.person_id <> p.id, m.given_at, m.id)
  FROM mandate m JOIN organisation o ON o.id = m.organisation_id AND o.status = 'active'
  WHERE ${inForce('m')} AND (m.person_id = p.id OR (m.delegate_id = p.id
    AND $1::date BETWEEN m.delegate_from AND m.delegate_to AND EXISTS (SELECT FROM mandate own
      WHERE own.person_id = p.id AND own.organisation_id = m.organisation_id AND ${inForce('own')})))), '[]') AS mandates`;

/** People and how they sign in. Stored state, not events: a name must be correctable and erasable. */
@Injectable()
export class PersonStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /** Who signed in, with the mandates of today; somebody new is entered, without any. */
  async signedIn(identity: OutsideIdentity): Promise<KnownPerson> {
    const known = await this.bySubject(identity);
    if (known && (known.name === identity.name || !identity.name)) return known;
    if (known) await this.rename(known.id, identity.name as string);
    else await this.enter(this.ids.next(), identity);
    return (await this.bySubject(identity)) as KnownPerson;
  }

  async byId(id: string): Promise<KnownPerson | undefined> {
    const { rows } = await this.database.query<KnownPerson>(
      'person_by_id',
      `SELECT p.id, p.display_name AS name, ${liveMandates} FROM person p WHERE p.id = $2`,
      [this.today(), id],
    );
    return rows[0];
  }

  async names(ids: readonly string[]): Promise<PersonView[]> {
    const { rows } = await this.database.query<PersonView>(
      'person_names',
      'SELECT id, display_name AS name FROM person WHERE id = ANY($1) ORDER BY id',
      [ids],
    );
    return rows;
  }

  /** Enters a person and links the identity to them, unless another request was faster. */
  async enter(
    id: string,
    { issuer, subject, name }: Pick<OutsideIdentity, 'issuer' | 'subject' | 'name'>,
  ): Promise<void> {
    await this.database.query(
      'person_enter',
      `WITH linked AS (INSERT INTO person_identity (issuer, subject, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING person_id)
       INSERT INTO person (id, display_name, registered_at) SELECT person_id, $4, $5::timestamptz FROM linked ON CONFLICT (id) DO NOTHING`,
      [issuer, subject, id, name ?? null, this.clock.now().toISOString()],
    );
  }

  private async bySubject({ issuer, subject }: OutsideIdentity): Promise<KnownPerson | undefined> {
    const { rows } = await this.database.query<KnownPerson>(
      'person_by_subject',
      `SELECT p.id, p.display_name AS name, ${liveMandates}
       FROM person_identity i JOIN person p ON p.id = i.person_id WHERE i.issuer = $2 AND i.subject = $3`,
      [this.today(), issuer, subject],
    );
    return rows[0];
  }

  private async rename(id: string, name: string): Promise<void> {
    await this.database.query('person_rename', 'UPDATE person SET display_name = $2 WHERE id = $1', [id, name]);
  }

  private today(): string {
    return civilDay(this.clock.now());
  }
}
