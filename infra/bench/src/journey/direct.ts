import { capture } from '../direct/capture.js';
import { cloneTables } from '../direct/clone-tables.js';
import { appends, newUuid, Replay, uuidPattern, type Varied } from '../direct/replay.js';
import type { Statement } from '../direct/statement-log.js';
import type { BenchHub } from '../hub/start-hub.js';
import type { People } from '../load/people.js';
import { type Access, access, dataset } from './access.js';

/** The services that own what an access consists of. Others only look on: their work is not asked of the bare loop. */
const owners = ['application', 'review'];

/** What one access reads and writes in its owners' databases, as a bare loop can repeat it. */
export interface Direct {
  readonly statements: number;
  readonly appends: number;
  /** Commands that the people of an access give; the appends beyond them are reactions. */
  readonly commands: number;
  replay(connections: number): Replay;
}

/**
 * Records what the services ask of Postgres for one access, statement by statement, and makes empty databases
 * with the same tables and indexes on the same server: so the bare loop reads and appends the very same rows.
 */
export async function directAccess(hub: BenchHub, people: People): Promise<Direct> {
  const before = people.commands;
  const { result, statements } = await capture(hub, () => access(people));
  const own = ofTheAccess(statements, result);
  const urls = new Map<string, string>();
  for (const owner of owners) {
    await cloneTables(hub.databaseUrl('postgres'), owner, `bench_${owner}`);
    urls.set(owner, hub.databaseUrl(`bench_${owner}`));
  }
  const varied = whatVaries(own, result);
  const numbered = own.map((statement) => withNumber(statement, result));
  return {
    statements: own.length,
    commands: people.commands - before,
    appends: own.filter(({ text }) => appends(text)).length,
    replay: (connections) => new Replay(numbered, varied, urls, connections),
  };
}

/** Those that name this access; one asked twice in a row was a look whether something had happened yet. */
function ofTheAccess(statements: readonly Statement[], { applicationId, caseId, permitId }: Access): Statement[] {
  const ids = [applicationId, caseId, baseOf(permitId), dataset.id];
  const own = statements.filter(
    ({ database, values }) =>
      owners.includes(database) && values.some((value) => ids.some((id) => value?.includes(id))),
  );
  if (own.length < 20) throw new Error(`only ${own.length} statements of an access were found in Postgres’s log`);
  return own.filter((statement, at) => JSON.stringify(statement) !== JSON.stringify(own[at - 1]));
}

const baseOf = (permitId: string): string => permitId.replace(/-v\d+$/, '');
/** Stands where the permit's number alone stood, so that it can be found. */
const NUMBER = '<number>';
const numberFor = (repetition: number): number => 100_000 + repetition;

function whatVaries(statements: readonly Statement[], { permitId }: Access): Varied[] {
  const uuids = new Set(statements.flatMap(({ values }) => values.flatMap((value) => value?.match(uuidPattern) ?? [])));
  uuids.delete(dataset.id);
  const base = baseOf(permitId);
  return [
    ...[...uuids].map((was) => ({ was, make: newUuid })),
    { was: base, make: (repetition) => base.replace(/\d+$/, String(numberFor(repetition))) },
    { was: NUMBER, make: (repetition) => String(numberFor(repetition)) },
  ];
}

function withNumber(statement: Statement, { permitId }: Access): Statement {
  if (!statement.text.includes('INSERT INTO permit ')) return statement;
  const number = String(Number(baseOf(permitId).split('-').at(-1)));
  return { ...statement, values: statement.values.map((value) => (value === number ? NUMBER : value)) };
}
