import { RecurringWork } from '@hub/event-store';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { MandateCalendar } from './calendar.store.js';

/**
 * Asks again and again what the day brings, so that others hear of it. No token waits for this: the exchange reads
 * days and closed organisations itself.
 */
@Injectable()
export class CalendarWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work: RecurringWork;

  constructor(@Inject(MandateCalendar) calendar: MandateCalendar, @Inject('hub:log') log: Log) {
    this.work = new RecurringWork(
      () => calendar.turn(),
      (error) => log.error({ error: String(error) }, 'calendar: trying again'),
    );
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onApplicationShutdown(): void {
    this.work.stop();
  }
}
