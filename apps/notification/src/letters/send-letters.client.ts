import { Clock } from '@hub/decider';
import type { Mailer } from '@hub/mail';
import { Inject, Injectable } from '@nestjs/common';
import { type Due, LetterStore } from './letter.store.js';
import { mostAttempts, pauseAfter } from './times.js';

const batch = 20;

/** Sends what is due. A letter goes out at least once; every attempt has the same Message-ID, by which copies show. */
@Injectable()
export class SendLetters {
  constructor(
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('notification:mailer') private readonly mailer: Mailer | undefined,
    @Inject('notification:domain') private readonly domain: string,
  ) {}

  async run(): Promise<void> {
    if (!this.mailer) return;
    for (const letter of await this.letters.take(batch)) await this.send(this.mailer, letter);
  }

  private async send(mailer: Mailer, { id, address, subject, text, language, attempts }: Due): Promise<void> {
    if (address === undefined) return this.letters.givenUp(id, 'no address');
    const messageId = `<${id}@${this.domain}>`;
    const outcome = await mailer.send({ to: address, subject, text, messageId, language });
    if (outcome.sent) return this.letters.sent(id);
    if (!outcome.again || attempts >= mostAttempts) return this.letters.givenUp(id, outcome.reason);
    return this.letters.again(id, new Date(this.clock.now().getTime() + pauseAfter(attempts)), outcome.reason);
  }
}
