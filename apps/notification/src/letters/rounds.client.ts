import { Clock } from '@hub/decider';
import { RecurringWork } from '@hub/event-store';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { NoticeStore } from '../notice/notice.store.js';
import { PermitEnds } from '../notice/permit-ends.store.js';
import type { NotificationSettings } from '../settings.config.js';
import { DigestStore } from './digest.store.js';
import { LetterStore } from './letter.store.js';
import { SendLetters } from './send-letters.client.js';
import { keptFrom } from './times.js';

const hourMs = 3_600_000;

/**
 * What is done by the clock, round after round: letters, digests, what a permit's end asks for, and forgetting. Time is
 * the injected clock's. Safe in several processes at once: each step takes rows or makes them once.
 */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work: RecurringWork;
  private hour = 0;

  constructor(
    @Inject(SendLetters) private readonly letters: SendLetters,
    @Inject(DigestStore) private readonly digests: DigestStore,
    @Inject(PermitEnds) private readonly permits: PermitEnds,
    @Inject(NoticeStore) private readonly notices: NoticeStore,
    @Inject(LetterStore) private readonly written: LetterStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('notification:settings') settings: NotificationSettings,
    @Inject('hub:log') log: Log,
  ) {
    this.work = new RecurringWork(
      () => this.round(),
      (error) => log.error({ error: String(error) }, 'rounds: trying again'),
      settings.roundMs,
    );
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onApplicationShutdown(): void {
    this.work.stop();
  }

  private async round(): Promise<void> {
    await this.digests.gather('daily');
    await this.digests.gather('weekly');
    await this.letters.run();
    const hour = Math.floor(this.clock.now().getTime() / hourMs);
    if (hour === this.hour) return;
    await this.permits.tell();
    const from = keptFrom(this.clock.now());
    await this.notices.forgetBefore(from);
    await this.written.forgetBefore(from);
    this.hour = hour;
  }
}
