import { type Clock, type Ids, isRefusal, type Refusal, refuse, system } from '@hub/decider';
import { type Database, Journal, type Order } from '@hub/event-store';
import { civilDay } from '../exchange/civil-day.js';
import { confirmMandate } from '../mandate/confirm-mandate.js';
import { MandateStore } from '../mandate/mandate.store.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { PersonStore } from '../person/person.store.js';
import type { Appointment } from './appointment.js';

export interface Appointed {
  readonly personId: string;
  readonly mandateId: string;
}

/**
 * The door for the very beginning: as long as somebody is administrator, it is they who give mandates. By ordinary
 * commands, so that it stands in the history; the running service announces them.
 */
export class FirstAdministrator {
  private readonly people: PersonStore;
  private readonly organisations: OrganisationStore;
  private readonly mandates: MandateStore;
  private readonly order: Order;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    ids: Ids,
  ) {
    const journal = new Journal(database);
    this.people = new PersonStore(database, clock, ids);
    this.organisations = new OrganisationStore(journal, clock, ids);
    this.mandates = new MandateStore(journal, clock, ids);
    this.order = { actor: system('directory'), correlationId: ids.next() };
  }

  async appoint({ issuer, subject, organisationId, name }: Appointment): Promise<Appointed | Refusal> {
    const { inForce, ever } = await this.administrators();
    if (inForce > 0) return refuse('administrator-there');
    const person = await this.people.signedIn({ issuer, subject, name: undefined, assurance: '' });
    if ((await this.organisations.load(organisationId)).version === 0) {
      const entered = await this.organisations.register(organisationId, { kind: 'hub', name }, this.order);
      if (isRefusal(entered)) return entered;
    }
    const [suspended] = (await this.mandates.list({ personId: person.id, organisationId })).filter(
      ({ role, status }) => role === 'directory_administrator' && status === 'suspended',
    );
    // Two operators at once begin the same mandate: the second is refused.
    const mandateId = suspended?.id ?? `first-administrator-${ever + 1}`;
    const outcome = suspended
      ? await this.mandates.execute(confirmMandate, mandateId, {}, this.order)
      : await this.mandates.give(
          mandateId,
          { personId: person.id, organisationId, role: 'directory_administrator', from: civilDay(this.clock.now()) },
          this.order,
        );
    return isRefusal(outcome) ? outcome : { personId: person.id, mandateId };
  }

  private async administrators(): Promise<{ inForce: number; ever: number }> {
    const { rows } = await this.database.query<{ inForce: number; ever: number }>(
      'directory_administrators',
      `SELECT count(*)::int AS ever, (count(*) FILTER (WHERE m.status = 'given' AND o.status = 'active'
         AND (m.valid_to IS NULL OR m.valid_to >= $1::date)))::int AS "inForce"
       FROM mandate m JOIN organisation o ON o.id = m.organisation_id WHERE m.role = 'directory_administrator'`,
      [civilDay(this.clock.now())],
    );
    return rows[0] as { inForce: number; ever: number };
  }
}
