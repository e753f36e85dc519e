import { contracts, type EventContract } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { DossierStore } from './dossier.store.js';

const reaction = 'gateway.compose-dossier';

/** Composes the view of each dossier from what the services announce. */
@Controller()
export class ComposeDossier {
  constructor(@Inject(DossierStore) private readonly dossiers: DossierStore) {}

  compose(event: Received): Promise<void> {
    const { applicationId } = event.data as { applicationId: string };
    return this.dossiers.compose(event, applicationId, reaction);
  }
}

/** What a dossier tells of; exports and deliveries are the workspace's own business. */
const told = /^hub\.(application|review|provisioning\.workspace)\./;
const isTold = ({ topic, data }: EventContract): boolean => told.test(topic) && 'applicationId' in data.properties;

/** Every event that names an application goes the same way: one method each, since a reaction is a method to Nest. */
for (const contract of contracts.filter(isTold)) {
  const descriptor = {
    value(this: ComposeDossier, event: Received) {
      return this.compose(event);
    },
    writable: true,
    configurable: true,
  };
  Object.defineProperty(ComposeDossier.prototype, contract.type, descriptor);
  Reaction(reaction, contract)(ComposeDossier.prototype, contract.type, descriptor);
}
