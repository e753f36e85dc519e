import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { filled, type Pattern, patternOf } from './pattern.js';
import type { Statement } from './statement-log.js';

interface Prepared {
  readonly database: string;
  readonly name: string;
  readonly text: string;
  readonly patterns: readonly (Pattern | null)[];
}

/** Something that must be new at each repetition: what it was, and how to make another. */
export interface Varied {
  readonly was: string;
  readonly make: (repetition: number) => string;
}

/** Repeats captured statements with other ids: named prepared statements, one after the other, and nothing else. */
export class Replay {
  private readonly pools: ReadonlyMap<string, pg.Pool>;
  private readonly prepared: readonly Prepared[];
  /** How long each append of events took, in milliseconds. */
  readonly appendMs: number[] = [];

  constructor(
    statements: readonly Statement[],
    private readonly varied: readonly Varied[],
    urls: ReadonlyMap<string, string>,
    connections: number,
  ) {
    this.pools = new Map(
      [...urls].map(([database, connectionString]) => [database, new pg.Pool({ connectionString, max: connections })]),
    );
    const were = varied.map(({ was }) => was);
    this.prepared = statements.map(({ database, text, values }) => ({
      database,
      text,
      name: createHash('sha256').update(text).digest('hex').slice(0, 32),
      patterns: values.map((value) => (value === null ? null : patternOf(value, were))),
    }));
  }

  async once(repetition: number): Promise<void> {
    const made = this.varied.map(({ make }) => make(repetition));
    for (const { database, name, text, patterns } of this.prepared) {
      const start = performance.now();
      await (this.pools.get(database) as pg.Pool).query({
        name,
        text,
        values: patterns.map((pattern) => pattern && filled(pattern, made)),
      });
      if (appends(text)) this.appendMs.push(performance.now() - start);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}

/** Whether a statement stores what a command decided. */
export const appends = (text: string): boolean => /INSERT INTO event/.test(text);

export const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** UUIDs in order of time, as the services make them: their indexes grow at one end, and so do these. */
export function newUuid(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
