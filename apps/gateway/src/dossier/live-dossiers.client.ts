import type { ServerResponse } from 'node:http';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Announcements } from '../announcements.client.js';
import type { Identity } from '../identity/identity.js';
import { mandateChannel } from '../identity/mandate-changed.consumer.js';
import { DossierStore, dossierChannel } from './dossier.store.js';
import type { Viewer } from './visibility.js';

/** Somebody who follows a dossier live. */
export interface Follower {
  readonly applicationId: string;
  viewer: Viewer;
  /** The number of the last entry that they have. */
  after: number;
  /** Asks the directory anew who they are. */
  readonly renew?: (() => Promise<Identity>) | undefined;
  readonly out: ServerResponse;
}

interface Following extends Follower {
  busy: boolean;
  again: boolean;
  renewAt: number;
}

const heartbeatMs = 15_000;
/** No longer than a hub token: whoever may no longer act must not go on listening. */
const renewMs = 60_000;

/** Sends entries to followers as they come; ends when the dossier or the mandate is no longer theirs. */
@Injectable()
export class LiveDossiers implements OnApplicationShutdown {
  private readonly following = new Set<Following>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    @Inject(DossierStore) private readonly dossiers: DossierStore,
    @Inject(Announcements) announcements: Announcements,
  ) {
    announcements.on(dossierChannel, (applicationId) => this.wake((one) => one.applicationId === applicationId));
    announcements.on(mandateChannel, (personId) => {
      for (const one of this.following) if (one.viewer.id === personId) one.renewAt = 0;
      this.wake((one) => one.viewer.id === personId);
    });
    // An announcement can be lost with its connection, so each beat looks again as well.
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();
  }

  follow(follower: Follower): void {
    const following = { ...follower, busy: false, again: false, renewAt: Date.now() + renewMs };
    this.following.add(following);
    follower.out.once('close', () => this.following.delete(following));
    follower.out.write('retry: 2000\n\n');
    void this.catchUp(following);
  }

  onApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    for (const one of this.following) one.out.end();
  }

  private beat(): void {
    for (const one of this.following) one.out.write(': heartbeat\n\n');
    this.wake(() => true);
  }

  private wake(whom: (one: Following) => boolean): void {
    for (const one of this.following) if (whom(one)) void this.catchUp(one);
  }

  /** One run at a time per follower; what comes meanwhile makes it run again. */
  private async catchUp(one: Following): Promise<void> {
    one.again = true;
    if (one.busy) return;
    one.busy = true;
    try {
      while (one.again && !one.out.destroyed) {
        one.again = false;
        if (await this.isStillTheirs(one)) await this.send(one);
        else one.out.end();
      }
    } catch {
      // the database or the directory is away: the next beat tries again
    } finally {
      one.busy = false;
    }
  }

  private async isStillTheirs(one: Following): Promise<boolean> {
    if (one.renew && Date.now() >= one.renewAt) {
      const identity = await one.renew().catch((error: { body?: { status?: number } }) => {
        if ((error.body?.status ?? 500) >= 500) throw error; // nobody can tell: not a reason to end
        return undefined;
      });
      if (!identity) return false;
      one.viewer = { id: identity.personId, organisation: identity.organisation, roles: identity.roles };
      one.renewAt = Date.now() + renewMs;
    }
    return (await this.dossiers.find(one.applicationId, one.viewer)) !== undefined;
  }

  private async send(one: Following): Promise<void> {
    const entries = await this.dossiers.entriesAfter(one.applicationId, one.after);
    for (const { number, ...entry } of entries) {
      if (one.out.destroyed) return;
      const goesOn = one.out.write(`id: ${number}\nevent: entry\ndata: ${JSON.stringify({ number, ...entry })}\n\n`);
      one.after = number;
      if (!goesOn) await new Promise<void>((resolve) => void one.out.once('drain', resolve).once('close', resolve));
    }
    if (entries.length >= 1_000) one.again = true;
  }
}
