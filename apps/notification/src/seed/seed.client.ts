import { Readiness } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CorrespondentStore } from '../preferences/correspondent.store.js';
import { demonstrationCorrespondents } from './people.js';

/** Enters the demonstration's addresses; leaves alone whoever has said something themselves. */
@Injectable()
export class DemonstrationAddresses implements OnApplicationBootstrap, OnApplicationShutdown {
  private done = false;
  private stopped = false;

  constructor(
    @Inject(CorrespondentStore) private readonly correspondents: CorrespondentStore,
    @Inject(Readiness) readiness: Readiness,
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
        for (const { id, email, language } of demonstrationCorrespondents)
          await this.correspondents.seed(id, email, language);
        this.done = true;
        this.log.info({}, 'DEMONSTRATION addresses are in place');
      } catch {
        this.log.info({}, 'the demonstration addresses wait for the database');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
}
