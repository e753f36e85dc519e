import { Clock } from '@hub/decider';
import { StorageUnavailable } from '@hub/event-store';
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
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private hour = 0;

  constructor(
    @Inject(SendLetters) private readonly letters: SendLetters,
    @Inject(DigestStore) private readonly digests: DigestStore,
    @Inject(PermitEnds) private readonly permits: PermitEnds,
    @Inject(NoticeStore) private readonly notices: NoticeStore,
    @Inject(LetterStore) private readonly written: LetterStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('notification:settings') private readonly settings: NotificationSettings,
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
      void this.round()
        .catch((error) => {
          // The connection itself reports that the database is away.
          if (!(error instanceof StorageUnavailable)) this.log.error({ error: String(error) }, 'rounds: trying again');
        })
        .finally(() => this.sleep());
    }, this.settings.roundMs);
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
