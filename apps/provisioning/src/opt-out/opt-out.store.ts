import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Journal, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { commands } from './enter.js';
import {
  listVersionOf,
  type OptOutListEvent,
  type OptOutListRelation,
  type OptOutListState,
  optOutList,
} from './opt-out-list.js';
import { publishedOptOutList } from './opt-out-list.published.js';

/** From `at` on, the person is out, or in again. */
export interface Entry {
  readonly person: Buffer;
  readonly at: Date;
  readonly isOut: boolean;
}

const FETCHED = 20_000;
/** Who was out: the last word counts; of two words of one instant, the opt-out. */
const OUT_AS_AT = `SELECT encode(person, 'hex') AS person FROM (
  SELECT DISTINCT ON (person) person, is_out FROM opt_out WHERE at <= $1 ORDER BY person, at DESC, is_out DESC
) AS latest WHERE is_out`;

@Injectable()
export class OptOutStore extends AggregateStore<OptOutListState, OptOutListEvent, OptOutListRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      { aggregate: optOutList, slices: commands, published: publishedOptOutList, views: entered },
    );
  }

  /** Lays entries ready: they count for nothing until the list takes them over. */
  async layReady(arrivalId: string, entries: readonly Entry[]): Promise<void> {
    await this.journal.database.query(
      'opt_out_lay_ready',
      `INSERT INTO opt_out_arrival (arrival_id, person, at, is_out)
       SELECT $1, * FROM unnest($2::bytea[], $3::timestamptz[], $4::boolean[])`,
      [
        arrivalId,
        entries.map(({ person }) => person),
        entries.map(({ at }) => at.toISOString()),
        entries.map(({ isOut }) => isOut),
      ],
    );
  }

  /** How many of them the list does not hold yet. */
  async addedBy(arrivalId: string): Promise<number> {
    const { rows } = await this.journal.database.query<{ added: number }>(
      'opt_out_added',
      `SELECT count(*)::integer AS added FROM (SELECT DISTINCT person, at, is_out FROM opt_out_arrival WHERE arrival_id = $1) AS arrived
       WHERE NOT EXISTS (SELECT 1 FROM opt_out WHERE (opt_out.person, opt_out.at, opt_out.is_out) = (arrived.person, arrived.at, arrived.is_out))`,
      [arrivalId],
    );
    return rows[0]?.added ?? 0;
  }

  /** Clears an arrival away, and those that a killed process left. */
  async clear(arrivalId: string): Promise<void> {
    await this.journal.database.query(
      'opt_out_clear',
      `DELETE FROM opt_out_arrival WHERE arrival_id = $1 OR arrived_at < clock_timestamp() - interval '1 day'`,
      [arrivalId],
    );
  }

  async wasOut(person: Buffer, asAt: Date): Promise<boolean> {
    const { rows } = await this.journal.database.query<{ is_out: boolean }>(
      'opt_out_was_out',
      'SELECT is_out FROM opt_out WHERE person = $1 AND at <= $2 ORDER BY at DESC, is_out DESC LIMIT 1',
      [person, asAt.toISOString()],
    );
    return rows[0]?.is_out ?? false;
  }

  /** Everybody who was out, as hashes in hexadecimal, in rising order and in parcels. */
  async eachOutAsAt(asAt: Date, take: (persons: readonly string[]) => Promise<void>): Promise<void> {
    await this.journal.database.transaction(async (client) => {
      await client.query(`DECLARE persons_out NO SCROLL CURSOR FOR ${OUT_AS_AT}`, [asAt.toISOString()]);
      for (;;) {
        const { rows } = await client.query<{ person: string }>(`FETCH ${FETCHED} FROM persons_out`);
        if (rows.length === 0) return;
        await take(rows.map(({ person }) => person));
      }
    });
  }
}

function entered({ state, events }: ViewInput<OptOutListState, OptOutListEvent>): ViewChange[] {
  return events.flatMap((event) =>
    event.type === 'changed'
      ? [
          {
            text: `INSERT INTO opt_out (person, at, is_out, list_version)
              SELECT DISTINCT person, at, is_out, $2::integer FROM opt_out_arrival WHERE arrival_id = $1 ON CONFLICT DO NOTHING`,
            values: [event.arrivalId, listVersionOf(state)],
          },
        ]
      : [],
  );
}
