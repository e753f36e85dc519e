import type { Log } from '@hub/messaging';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Readiness } from './readiness.js';

const retryMs = 200;

/**
 * Data of the demonstration, entered once the service is up, in the background: the database may come later than the
 * service, which is not ready before. `enter` may run again after it failed half-way.
 */
@Injectable()
export abstract class DemonstrationData implements OnApplicationBootstrap, OnApplicationShutdown {
  private done = false;
  private stopped = false;

  protected constructor(
    private readonly what: string,
    readiness: Readiness,
    protected readonly log: Log,
  ) {
    readiness.require('demonstration-data', () => this.done);
  }

  protected abstract enter(): Promise<void>;

  onApplicationBootstrap(): void {
    void this.untilEntered();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  private async untilEntered(): Promise<void> {
    while (!this.done && !this.stopped) {
      try {
        await this.enter();
        this.done = true;
        this.log.info({}, `DEMONSTRATION ${this.what} are in place`);
      } catch (error) {
        // The kind alone: a message of the database can quote what was to be entered.
        this.log.info({ error: (error as Error).name }, `the demonstration’s ${this.what} wait for the database`);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }
}
