import 'reflect-metadata';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface, type ObjectLiteral, type Repository } from 'typeorm';
import { CreateJournal1760000000000 } from './migrations/create-journal.js';

type Class<T = unknown> = new (...args: never[]) => T;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities?: readonly (Class | EntitySchema)[];
  /** The service's own migrations; the journal's come first. */
  readonly migrations?: readonly Class<MigrationInterface>[];
  readonly poolSize?: number;
  /** Told of each failed attempt to connect, so that the service can say so. */
  onTrouble?(error: Error): void;
}

/** The database cannot be reached, or went away during the statement: whether it took effect is unknown. */
export class StorageUnavailable extends Error {
  constructor(cause: Error) {
    super(`the database cannot be reached: ${cause.message}`, { cause });
    this.name = 'StorageUnavailable';
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One service's Postgres: TypeORM for schema and reads, its own pool for prepared statements. */
export class Database {
  readonly source: DataSource;
  private closed = false;

  constructor(private readonly options: DatabaseOptions) {
    this.source = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...(options.entities ?? [])] as never[],
      migrations: [CreateJournal1760000000000, ...(options.migrations ?? [])] as never[],
      migrationsTransactionMode: 'all',
      poolSize: options.poolSize ?? 8,
      poolErrorHandler: () => {}, // an idle connection that breaks is replaced; the next statement reports
      logging: false,
    });
  }

  get ready(): boolean {
    return this.source.isInitialized;
  }

  /** Connects and migrates, trying again until it succeeds or `close` is called. */
  async connect(): Promise<void> {
    for (let attempt = 0; !this.closed; attempt++) {
      try {
        if (!this.source.isInitialized) await this.source.initialize();
        await this.migrate();
        return;
      } catch (error) {
        this.options.onTrouble?.(error as Error);
        if (this.source.isInitialized) await this.source.destroy().catch(() => {});
        await pause(Math.min(5_000, 200 * 2 ** Math.min(attempt, 5)));
      }
    }
  }

  /** Runs a prepared statement by name: Postgres plans it once per connection. */
  async query<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    if (!this.ready) throw new StorageUnavailable(new Error('not connected yet'));
    try {
      return await this.pool.query<Row>({ name, text, values: [...values] });
    } catch (error) {
      throw isUnavailable(error) ? new StorageUnavailable(error as Error) : error;
    }
  }

  /** Runs `work` in one transaction on one connection. */
  async transaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    if (!this.ready) throw new StorageUnavailable(new Error('not connected yet'));
    return this.onOneConnection(async (client) => {
      await client.query('BEGIN');
      try {
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        if (!isUnavailable(error)) await client.query('ROLLBACK');
        throw error;
      }
    });
  }

  repository<Entity extends ObjectLiteral>(entity: Class<Entity>): Repository<Entity> {
    if (!this.ready) throw new StorageUnavailable(new Error('not connected yet'));
    return this.source.getRepository(entity as never);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.source.isInitialized) await this.source.destroy();
  }

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** Two replicas may start at once: the second waits for the first one's migrations. */
  private migrate(): Promise<void> {
    return this.onOneConnection(async (client) => {
      await client.query(`SELECT pg_advisory_lock(hashtext('hub.migrations'))`);
      try {
        await this.source.runMigrations();
      } finally {
        await client.query(`SELECT pg_advisory_unlock(hashtext('hub.migrations'))`);
      }
    });
  }

  /** A connection that breaks while it is ours reports twice: to its statement, and as an event that would end the process. */
  private async onOneConnection<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect().catch((error) => {
      throw new StorageUnavailable(error);
    });
    let broken: Error | undefined;
    const note = (error: Error) => {
      broken = error;
    };
    client.on('error', note);
    try {
      return await work(client);
    } catch (error) {
      if (isUnavailable(error)) broken = error as Error;
      throw broken ? new StorageUnavailable(broken) : error;
    } finally {
      client.off('error', note);
      client.release(broken);
    }
  }
}

/** Class 08 (connection), 57P0x (shutdown, crash recovery), 53300 (no connection left), and the socket's own errors. */
export function isUnavailable(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  return (
    /^(08...|57P0.|53300|ECONN.*|EPIPE|ETIMEDOUT|ENOENT)$/.test(code) ||
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(
      message,
    )
  );
}
