import { randomUUID } from 'node:crypto';
import type { AnySlice } from '@hub/decider';
import type { Caller, Reply } from './caller.js';
import { eventually, type Heard } from './events.js';
import { queried } from './servers.js';
import type { ServiceUnderTest } from './service.js';

/** A command on its way to one process of the service. */
export interface Attempt {
  readonly caller: Caller;
  readonly path: string;
  readonly body?: unknown;
  /** The version that its caller has seen. */
  readonly version?: number | undefined;
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where two meet. */
export interface Contest {
  /** `<aggregate>/<id>`, or what the winner began. */
  readonly stream: string | ((won: Reply) => string);
  /** Where others hear of it. */
  readonly topic: string;
  readonly attempts: readonly [Attempt, Attempt];
  /** Statuses that the loser may meet: 409 and 412, unless the winner has taken away what the loser was to it. */
  readonly told?: readonly number[] | undefined;
}

/** Sends both commands at the same time: one wins, the other is told why in both languages. */
export async function oneWins({ attempts, told = [409, 412] }: Pick<Contest, 'attempts' | 'told'>) {
  const sent = attempts.map((attempt) => ({ ...attempt, correlationId: randomUUID() }));
  const replies = await Promise.all(
    sent.map(async ({ caller, method = 'POST', path, body, version, headers, correlationId }) => ({
      ...(await caller.call(method, path, body, {
        version,
        headers: { ...headers, 'x-correlation-id': correlationId },
      })),
      correlationId,
    })),
  );
  const [won, lost] = replies.sort((one, other) => one.status - other.status);
  if (!won || !lost) throw new Error('two replies to two attempts');
  const verdicts = [won.status < 300 ? 'won' : won.body, told.includes(lost.status) ? 'told' : lost.body];
  expect(verdicts).toEqual(['won', 'told']);
  expect(lost.body).toMatchObject({ en: expect.any(String), fr: expect.any(String) });
  return { won, lost };
}

/**
 * Two commands at the same time, on what both callers have seen: one wins, the other is told. The history gains what
 * the winner did, nothing of anybody else, and others hear of it once.
 */
async function oneDecides(hub: ServiceUnderTest, heard: Heard, contest: Contest): Promise<void> {
  const { stream: meant, topic } = contest;
  const before = typeof meant === 'string' ? (await historyOf(hub, meant, 0)).length : 0;
  const { won } = await oneWins(contest);
  const stream = typeof meant === 'string' ? meant : meant(won);
  const gained = await historyOf(hub, stream, before);
  const byPeople = gained.filter(({ actor }) => !actor.startsWith('service:'));
  expect(byPeople.length).toBeGreaterThan(0);
  expect(byPeople.filter(({ correlationId }) => correlationId !== won.correlationId)).toEqual([]);
  await eventually(() => {
    expect(versionsHeard(heard, stream, topic).filter((version) => version > before)).toEqual(
      gained.map(({ version }) => version),
    );
  });
}

const historyOf = (hub: ServiceUnderTest, stream: string, after: number) =>
  queried<{ version: number; actor: string; correlationId: string }>(
    hub.database.url,
    `SELECT version, meta->>'actor' AS actor, meta->>'correlationId' AS "correlationId"
     FROM event WHERE stream = $1 AND version > $2 ORDER BY version`,
    [stream, after],
  );

const versionsHeard = (heard: Heard, stream: string, topic: string): number[] =>
  heard.raw
    .filter(({ topic: on, headers }) => on === topic && headers.ce_subject === stream.slice(stream.indexOf('/') + 1))
    .map(({ headers }) => Number(headers.ce_version));

/** A command that decides, and how two people come to give it at once. */
export type Deciding<Standings> = readonly [command: AnySlice, at: (standings: Standings) => Promise<Contest>];

interface Running<Standings> {
  readonly hub: ServiceUnderTest;
  readonly heard: Heard;
  readonly standings: Standings;
}

/** One test a command; and nothing of it all is announced twice. */
export function eachDecidesOnce<Standings>(
  deciding: readonly Deciding<Standings>[],
  running: () => Running<Standings>,
): void {
  it.each(deciding.map(([{ name }, at]) => [name, at] as const))('%s: one wins, the other is told', async (_, at) => {
    const { hub, heard, standings } = running();
    await oneDecides(hub, heard, await at(standings));
  });

  it('never tells others twice', () => {
    const { raw } = running().heard;
    const told = raw.map(({ topic, headers }) => `${topic} ${headers.ce_subject} ${headers.ce_version}`);
    expect(told.length).toBeGreaterThan(deciding.length);
    expect(told.filter((what, index) => told.indexOf(what) !== index)).toEqual([]);
  });
}
