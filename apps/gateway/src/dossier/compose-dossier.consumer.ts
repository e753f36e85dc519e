import { contracts, type EventContract } from '@hub/contracts';
import { type Received, reactionToEach } from '@hub/messaging';
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

reactionToEach(ComposeDossier, reaction, contracts.filter(isTold), (consumer, event) => consumer.compose(event));
