import { Clock, Ids, system } from '@hub/decider';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import { lapseMandate } from './end-mandate.js';
import { MandateStore } from './mandate.store.js';

const everyMs = 60_000;

/**
 * Ends mandates whose last day has passed, so that others hear of it. No token waits for this:
 * the exchange reads the days itself.
 */
@Injectable()
export class LapseWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.lapse().catch((error: Error) =>
        this.log.warn({ error: error.message }, 'mandates past their last day wait'),
      );
    }, everyMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Safe on several replicas at once: the second finds the mandate ended. */
  async lapse(): Promise<void> {
    const today = civilDay(this.clock.now());
    for (const id of await this.mandates.lapsed(today)) {
      await this.mandates.execute(
        lapseMandate,
        id,
        { today },
        { actor: system('directory'), correlationId: this.ids.next() },
      );
    }
  }
}
