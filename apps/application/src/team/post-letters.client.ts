import { Clock } from '@hub/decider';
import { RecurringWork } from '@hub/event-store';
import { Mailer } from '@hub/mail';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { openText } from '../attachment/sealed-file.client.js';
import type { ApplicationSettings } from '../settings.config.js';
import { type LetterData, letterOf } from './letter.js';
import { type Letter, LetterStore } from './letter.store.js';

/** Eight attempts, each after twice the time: about an hour. */
const mostAttempts = 8;
const hour = 3600 * 1000;

/** Sends the letters that wait. */
@Injectable()
export class PostLetters implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly mailer: Mailer | undefined;
  private readonly work: RecurringWork;

  constructor(
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('application:settings') private readonly settings: ApplicationSettings,
    @Inject('hub:log') private readonly log: Log,
  ) {
    this.mailer = settings.post && new Mailer(settings.post.smtpUrl, settings.post.from);
    this.work = new RecurringWork(
      () => this.round(),
      (error) => this.log.error({ error: (error as Error).name }, 'letters: trying again'),
    );
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onApplicationShutdown(): void {
    this.work.stop();
    this.mailer?.close();
  }

  private async round(): Promise<void> {
    await this.letters.forgetUnrecorded(new Date(this.clock.now().getTime() - hour));
    while (this.mailer && !this.work.stopped) {
      const letter = await this.letters.nextDue();
      if (!letter) return;
      await this.send(letter, this.mailer);
    }
  }

  private async send({ invitationId, sealed, attempts }: Letter, mailer: Mailer): Promise<void> {
    const data = JSON.parse(openText(this.settings.key, invitationId, sealed)) as LetterData;
    const publicUrl = this.settings.post?.publicUrl ?? '';
    const outcome = await mailer.send({
      ...{ to: data.to, language: data.language, ...letterOf(data, publicUrl) },
      messageId: `<${invitationId}@${new URL(publicUrl).hostname}>`,
    });
    if (outcome.sent) return this.letters.settle(invitationId, 'SENT');
    this.log.warn({ invitationId, attempts, reason: outcome.reason }, 'letters: one was not sent');
    if (!outcome.again || attempts >= mostAttempts) await this.letters.settle(invitationId, 'FAILED');
  }
}
