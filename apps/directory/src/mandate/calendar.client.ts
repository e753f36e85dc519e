import { StorageUnavailable } from '@hub/event-store';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { MandateCalendar } from './calendar.store.js';

const idleMs = 2_000;

/**
 * Asks again and again what the day brings, so that others hear of it. No token waits for this: the exchange reads
 * days and closed organisations itself.
 */
@Injectable()
export class CalendarWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(MandateCalendar) private readonly calendar: MandateCalendar,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.sleep();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private sleep(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.calendar
        .turn()
        .catch((error) => {
          // The connection itself reports that the database is away.
          if (!(error instanceof StorageUnavailable))
            this.log.error({ error: String(error) }, 'calendar: trying again');
        })
        .finally(() => this.sleep());
    }, idleMs);
  }
}
