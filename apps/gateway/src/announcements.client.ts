import { Database } from '@hub/event-store';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';

type Listener = (payload: string) => void;

/**
 * Hears what any process of the gateway announces through their common database (LISTEN/NOTIFY). A Kafka group
 * gives an event to one process only, but every process holds live connections and remembered tokens.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<string, Listener[]>();
  private client: PoolClient | undefined;
  private stopped = false;
  /** Whether announcements arrive; for readiness. */
  listening = false;

  constructor(@Inject(Database) private readonly database: Database) {}

  on(channel: string, listener: Listener): void {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), listener]);
  }

  onApplicationBootstrap(): void {
    void this.listen();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    this.client?.release(true);
  }

  /** Holds one connection, and takes another when that breaks. */
  private async listen(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.untilBroken();
      } catch {
        // not there yet, or gone: again in a moment
      }
      this.listening = false;
      await new Promise((resolve) => setTimeout(resolve, 250).unref());
    }
  }

  private async untilBroken(): Promise<void> {
    if (!this.database.ready) return;
    const client = await this.database.pool.connect();
    this.client = client;
    // A connection that breaks may report more than one error; one that nobody hears would end the process.
    const broken = new Promise<void>(
      (resolve) => void client.on('error', () => resolve()).once('end', () => resolve()),
    );
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload);
    });
    for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
    this.listening = true;
    await broken;
    if (!this.stopped) client.release(true);
  }
}
