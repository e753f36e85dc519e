import { randomUUID } from 'node:crypto';
import type { Actor, AnySlice, Occurrence, Person, Stateful } from '@hub/decider';
import type { AggregateStore } from '@hub/event-store';
import type { Caller, Reply } from './caller.js';
import { labelOf } from './permissions/states.js';
import type { Permissions } from './permissions/table.js';
import { type Outcome, type Scene, scenesOf, type Trial, trialsOf } from './permissions/trial.js';

export interface Route {
  readonly method?: 'POST' | 'PUT' | 'DELETE' | 'GET';
  readonly path: string;
  readonly body?: unknown;
}

/** Part of a table of permissions, asked of the routes of a running service. */
export interface AskedOverHttp<State extends Stateful, Event extends Occurrence, Relation extends string> {
  readonly table: Permissions<State, Event, Relation>;
  readonly store: AggregateStore<State, Event, Relation>;
  /** Who may begin such a thing: its histories are told in their name. */
  readonly begunBy: Actor;
  /** What must differ between two things of one history: an id in an event, a row that only one may have. */
  anew?(events: readonly Event[], id: string): Promise<readonly Event[]> | readonly Event[];
  /** Which of the states, as the table names them. */
  readonly states: readonly string[];
  /** Where the thing is read. */
  readonly read: (id: string) => string;
  /** By command; what has no route is not asked. */
  readonly routes: Readonly<Record<string, (id: string) => Route>>;
  as(person: Person): Promise<Caller>;
}

const statuses: Readonly<Record<Exclude<Outcome, 'may'>, number>> = {
  'not-found': 404,
  forbidden: 403,
  'not-allowed-now': 409,
};

/** How often each outcome was asked for, and where a route answered otherwise than the table says. */
export async function answersOf<State extends Stateful, Event extends Occurrence, Relation extends string>(
  asked: AskedOverHttp<State, Event, Relation>,
): Promise<{ readonly count: Readonly<Record<Outcome, number>>; readonly otherwise: readonly string[] }> {
  const { table, states, read } = asked;
  const routes: AskedOverHttp<State, Event, Relation>['routes'] = {
    ...asked.routes,
    read: (id: string): Route => ({ method: 'GET', path: read(id) }),
  };
  const count = { may: 0, 'not-found': 0, forbidden: 0, 'not-allowed-now': 0 };
  const otherwise: string[] = [];
  const unknown = new Map<string, string>();
  for (const scene of scenesOf(table.aggregate, table.histories).filter((one) => states.includes(labelOf(one)))) {
    const refusing = await begun(asked, scene);
    for (const trial of [...trialsOf(table, [scene]), ...readings(table, scene)]) {
      const route = routes[trial.command];
      const person = table.people[trial.person];
      if (!route || person?.kind !== 'person') continue;
      // By the relations themselves, so that a judgement that gives the thing away is found as well.
      const hidden = !table.public && table.aggregate.relations(scene.state, person).length === 0;
      const outcome = hidden ? 'not-found' : trial.outcome;
      const api = await asked.as(person);
      const order = ({ method = 'POST', path, body }: Route) =>
        api.call(method, path, body, { version: scene.version });
      const reply = await order(route(outcome === 'may' ? await begun(asked, scene) : refusing));
      if (!unknown.has(trial.command)) unknown.set(trial.command, shown(await order(route(randomUUID()))));
      count[outcome] += 1;
      if (isAsSaid(outcome, reply) && (outcome !== 'not-found' || shown(reply) === unknown.get(trial.command)))
        continue;
      const said = `${trial.command} in ${labelOf(scene)} by ${trial.person}: ${outcome}`;
      otherwise.push(`${said}, but ${reply.status} ${JSON.stringify(reply.body)}`);
    }
  }
  return { count, otherwise };
}

/** A thing of its own that has this history, told as its own events. */
async function begun<State extends Stateful, Event extends Occurrence, Relation extends string>(
  { table: { aggregate }, store, begunBy, anew }: AskedOverHttp<State, Event, Relation>,
  scene: Scene<State>,
): Promise<string> {
  const id = randomUUID();
  const history = scene.events as readonly Event[];
  const events = anew ? await anew(history, id) : history;
  const by = aggregate.relations(aggregate.initial, begunBy);
  const told: AnySlice = { name: 'told', by, in: [aggregate.initial.status], decide: () => events };
  const answer = await store.execute(told, id, {}, { actor: begunBy, correlationId: 'permissions' });
  if ('refused' in answer) throw new Error(`the history was refused: ${answer.refused}`);
  return id;
}

function readings<State extends Stateful, Event extends Occurrence, Relation extends string>(
  { aggregate, people, public: everybodys }: Permissions<State, Event, Relation>,
  scene: Scene<State>,
): Trial<State>[] {
  return Object.entries(people).map(([person, actor]) => {
    const exists = everybodys || aggregate.relations(scene.state, actor).length > 0;
    return { command: 'read', scene, person, outcome: exists ? 'may' : 'not-found' };
  });
}

/** Who may give a command can still be told by its rule that this one does not do. */
const isAsSaid = (outcome: Outcome, { status, body }: Reply): boolean =>
  outcome === 'may'
    ? status < 300 || (status > 403 && status < 500 && !(body.code in statuses))
    : status === statuses[outcome] && body.code === outcome;

const shown = ({ status, body: { correlationId: _own, ...body } }: Reply): string =>
  JSON.stringify({ status, ...body });
