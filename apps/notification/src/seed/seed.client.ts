import { DemonstrationData, Readiness } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { CorrespondentStore } from '../preferences/correspondent.store.js';
import { demonstrationCorrespondents } from './people.js';

/** Enters the demonstration's addresses; leaves alone whoever has said something themselves. */
@Injectable()
export class DemonstrationAddresses extends DemonstrationData {
  constructor(
    @Inject(CorrespondentStore) private readonly correspondents: CorrespondentStore,
    @Inject(Readiness) readiness: Readiness,
    @Inject('hub:log') log: Log,
  ) {
    super('addresses', readiness, log);
  }

  protected async enter(): Promise<void> {
    for (const { id, email, language } of demonstrationCorrespondents)
      await this.correspondents.seed(id, email, language);
  }
}
