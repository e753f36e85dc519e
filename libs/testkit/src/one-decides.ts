import { randomUUID } from 'node:crypto';
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
}

/** Where the history of a thing stands, and where others hear of it. */
export interface History {
  /** `<aggregate>/<id>` */
  readonly stream: string;
  readonly topic: string;
}

/**
 * Two commands at the same time, on what both callers have seen: one wins, the other is told why in both languages.
 * The history gains what the winner did and nothing else, and others hear of it once. Answers what the loser was told.
 */
export async function oneDecides(
  hub: ServiceUnderTest,
  heard: Heard,
  { stream, topic }: History,
  attempts: readonly [Attempt, Attempt],
): Promise<Reply> {
  const before = (await historyOf(hub, stream, 0)).length;
  const sent = attempts.map((attempt) => ({ ...attempt, correlationId: randomUUID() }));
  const replies = await Promise.all(
    sent.map(async ({ caller, method = 'POST', path, body, version, correlationId }) => ({
      ...(await caller.call(method, path, body, { version, headers: { 'x-correlation-id': correlationId } })),
      correlationId,
    })),
  );
  const [won, lost] = replies.sort((one, other) => one.status - other.status);
  if (!won || !lost) throw new Error('two replies to two attempts');
  const verdicts = [won.status < 300 ? 'won' : won.body, [409, 412].includes(lost.status) ? 'told' : lost.status];
  expect(verdicts).toEqual(['won', 'told']);
  expect(lost.body).toMatchObject({ en: expect.any(String), fr: expect.any(String) });
  const gained = await historyOf(hub, stream, before);
  expect(gained.length).toBeGreaterThan(0);
  expect(gained.filter(({ correlationId }) => correlationId !== won.correlationId)).toEqual([]);
  await eventually(() => {
    expect(versionsHeard(heard, stream, topic).filter((version) => version > before)).toEqual(
      gained.map(({ version }) => version),
    );
  });
  return lost;
}

const historyOf = (hub: ServiceUnderTest, stream: string, after: number) =>
  queried<{ version: number; correlationId: string }>(
    hub.database.url,
    `SELECT version, meta->>'correlationId' AS "correlationId" FROM event WHERE stream = $1 AND version > $2 ORDER BY version`,
    [stream, after],
  );

const versionsHeard = (heard: Heard, stream: string, topic: string): number[] =>
  heard.raw
    .filter(({ topic: on, headers }) => on === topic && headers.ce_subject === stream.slice(stream.indexOf('/') + 1))
    .map(({ headers }) => Number(headers.ce_version));

/** What was announced more than once, of everything that was heard. */
export function heardTwice({ raw }: Heard): string[] {
  const heard = raw.map(({ topic, headers }) => `${topic} ${headers.ce_subject} ${headers.ce_version}`);
  return heard.filter((what, index) => heard.indexOf(what) !== index);
}
