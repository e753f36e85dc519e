import { Ids, system } from '@hub/decider';
import type { Order } from '@hub/event-store';
import { DemonstrationData, Readiness } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { MandateStore } from '../mandate/mandate.store.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { PersonStore } from '../person/person.store.js';
import type { DirectorySettings } from '../settings.config.js';
import { demonstrationOrganisations } from './organisations.js';
import { demonstrationPeople } from './people.js';

/** The first day of every demonstration mandate: long past, whatever day a test's clock shows. */
const since = '2020-01-01';

/**
 * Enters the demonstration's organisations, people and mandates by ordinary commands. Idempotent: a start on
 * a seeded directory adds what is missing, and leaves alone what an administrator ended.
 */
@Injectable()
export class DemonstrationSeed extends DemonstrationData {
  constructor(
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(OrganisationStore) private readonly organisations: OrganisationStore,
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(Readiness) readiness: Readiness,
    @Inject('directory:settings') private readonly settings: DirectorySettings,
    @Inject('hub:log') log: Log,
  ) {
    super('people, organisations and mandates', readiness, log);
  }

  protected async enter(): Promise<void> {
    // People first: until they are linked, one of them who signs in would be entered anew, under another id.
    for (const { id, name } of demonstrationPeople)
      await this.people.enter(id, { issuer: this.settings.issuer, subject: id, name });
    const order: Order = { actor: system('directory'), correlationId: this.ids.next() };
    for (const { id, ...entry } of demonstrationOrganisations) {
      const { version } = await this.organisations.load(id);
      if (version === 0) await this.organisations.register(id, entry, order);
    }
    for (const { id, organisation, role } of demonstrationPeople) {
      const mandateId = `demonstration-${id}`;
      const { version } = await this.mandates.load(mandateId);
      const terms = { personId: id, organisationId: organisation, role, from: since };
      if (version === 0) await this.mandates.give(mandateId, terms, order);
    }
  }
}
