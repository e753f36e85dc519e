import { Clock, Ids, system } from '@hub/decider';
import type { Order } from '@hub/event-store';
import { Readiness } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
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
export class DemonstrationSeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private done = false;
  private stopped = false;

  constructor(
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(OrganisationStore) private readonly organisations: OrganisationStore,
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(Readiness) readiness: Readiness,
    @Inject('directory:settings') private readonly settings: DirectorySettings,
    @Inject('hub:log') private readonly log: Log,
  ) {
    readiness.require('demonstration-data', () => this.done);
  }

  /** In the background: the database may come later than the service. */
  onApplicationBootstrap(): void {
    void this.untilSeeded();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  private async untilSeeded(): Promise<void> {
    while (!this.done && !this.stopped) {
      try {
        await this.seed();
        this.done = true;
        this.log.info({ at: this.clock.now() }, 'DEMONSTRATION people, organisations and mandates are in place');
      } catch (error) {
        this.log.info({ error: (error as Error).message }, 'the demonstration data waits for the database');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  private async seed(): Promise<void> {
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
