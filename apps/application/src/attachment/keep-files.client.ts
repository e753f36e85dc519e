import { Clock } from '@hub/decider';
import { RecurringWork } from '@hub/event-store';
import type { Log } from '@hub/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ApplicationSettings } from '../settings.config.js';
import { AttachmentStore } from './attachment.store.js';
import { scan } from './clamd.client.js';
import { Vault } from './vault.client.js';

const day = 24 * 3600 * 1000;
const minute = 60 * 1000;

/** Has files scanned, and clears away what nothing holds any more. */
@Injectable()
export class KeepFiles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work: RecurringWork;
  private sweptAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(AttachmentStore) private readonly files: AttachmentStore,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject('application:settings') private readonly settings: ApplicationSettings,
    @Inject('hub:log') private readonly log: Log,
  ) {
    this.work = new RecurringWork(
      () => this.round(),
      (error) => this.log.error({ error: String(error) }, 'files: trying again'),
    );
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onApplicationShutdown(): void {
    this.work.stop();
  }

  private async round(): Promise<void> {
    await this.clear();
    if (performance.now() - this.sweptAt > 60 * minute) await this.sweep();
    if (this.settings.scanner) await this.scanWaiting(this.settings.scanner);
  }

  private async clear(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - day);
    for (const { id, state, place } of await this.files.abandoned(before)) {
      if (this.work.stopped) return;
      // The row first: a file without a row is found by the sweep, a row without its file would be a broken promise.
      if (await this.files.forget(id, state)) await this.vault.remove(place);
    }
  }

  /** What a process that was killed left behind: parts of uploads, and files that no row knows. */
  async sweep(): Promise<void> {
    const { files, parts } = await this.vault.olderThan(day);
    for (const part of parts) await this.vault.dropPart(part);
    for (const place of await this.files.unknownPlaces(files)) await this.vault.remove(place);
    this.sweptAt = performance.now();
  }

  private async scanWaiting(scanner: { host: string; port: number }): Promise<void> {
    while (!this.work.stopped) {
      const file = await this.files.nextToScan(new Date(this.clock.now().getTime() + minute));
      if (!file) return;
      const verdict = await scan(scanner, this.vault.open(file.place)).catch((error: Error) => {
        this.log.warn({ attachmentId: file.id, error: error.message }, 'files: the scanner did not answer');
      });
      if (!verdict) return;
      if (verdict === 'INFECTED') {
        this.log.warn({ attachmentId: file.id }, 'files: infected, quarantined');
        await this.files.scanned(file, verdict);
        await this.vault.quarantine(file.place);
      } else await this.files.scanned(file, verdict);
    }
  }
}
