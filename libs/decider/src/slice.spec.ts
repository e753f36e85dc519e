import { type Actor, type Aggregate, allowed, hasRole, hasRoleFor, isPerson, refuse, slicesOf, tell } from './index.js';

type Door = { status: 'ABSENT' } | { status: 'OPEN'; owner: string } | { status: 'LOCKED'; owner: string };
type DoorEvent = { type: 'door-built'; owner: string } | { type: 'door-locked' };
type Relation = 'builder' | 'owner' | 'guard';

const door: Aggregate<Door, DoorEvent, Relation> = {
  name: 'door',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    switch (event.type) {
      case 'door-built':
        return { status: 'OPEN', owner: event.owner };
      case 'door-locked':
        return state.status === 'OPEN' ? { ...state, status: 'LOCKED' } : state;
    }
  },
  relations(state, actor) {
    if (state.status === 'ABSENT') return hasRole(actor, 'builder') ? ['builder'] : [];
    const relations: Relation[] = [];
    if (isPerson(actor, state.owner)) relations.push('owner');
    if (hasRole(actor, 'guard')) relations.push('guard');
    return relations;
  },
};
const slice = slicesOf<Door, DoorEvent, Relation, 'at-night-only'>();
const build = slice({
  name: 'build',
  by: ['builder'],
  in: ['ABSENT'],
  decide: (command: { owner: string }) => [{ type: 'door-built', owner: command.owner }],
});
const lock = slice({
  name: 'lock',
  by: ['owner'],
  in: ['OPEN'],
  decide: (_: object, state, { now }) =>
    now.getUTCHours() < 20 && state.owner !== 'night-owl' ? refuse('at-night-only') : [{ type: 'door-locked' }],
});
const slices = [build, lock];
const { given } = tell(door, slices);
const person = (id: string, ...roles: string[]): Actor => ({
  kind: 'person',
  id,
  organisation: 'o',
  roles,
  assurance: 'substantial',
});
const built: DoorEvent = { type: 'door-built', owner: 'ann' };
const night = new Date('2026-03-02T22:00:00Z');

describe('a slice', () => {
  it('decides for whom it names, in the states it names', () => {
    given(built)
      .when(lock, {}, { actor: person('ann'), now: night })
      .then({ type: 'door-locked' });
  });
  it('hides the thing from whom it is nothing to', () => {
    given(built)
      .when(lock, {}, { actor: person('zoe'), now: night })
      .refused('not-found');
  });
  it('forbids it to an insider without the role, and names the role', () => {
    given(built)
      .when(lock, {}, { actor: person('gus', 'guard'), now: night })
      .refused('forbidden', { by: ['owner'] });
  });
  it('says what is possible when the state forbids it', () => {
    given(built, { type: 'door-locked' })
      .when(lock, {}, { actor: person('ann'), now: night })
      .refused('not-allowed-now', { status: 'LOCKED', allowed: [] });
  });
  it('refuses by its own rule', () => {
    given(built)
      .when(lock, {}, { actor: person('ann') })
      .refused('at-night-only');
  });
  it('creates only for those who may, and finds nothing where nothing is', () => {
    given()
      .when(build, { owner: 'ann' }, { actor: person('bob', 'builder') })
      .then(built);
    given()
      .when(build, { owner: 'ann' }, { actor: person('bob') })
      .refused('forbidden');
    given()
      .when(lock, {}, { actor: person('ann') })
      .refused('not-found');
  });
  it('is listed exactly when it would be authorised', () => {
    expect(allowed(door, slices, { status: 'OPEN', owner: 'ann' }, person('ann'))).toEqual(['lock']);
    expect(allowed(door, slices, { status: 'OPEN', owner: 'ann' }, person('gus', 'guard'))).toEqual([]);
  });
  it('is not offered where it makes no sense, and is still judged by its rule', () => {
    const unoffered = { ...lock, offered: () => false };
    expect(allowed(door, [build, unoffered], { status: 'OPEN', owner: 'ann' }, person('ann'))).toEqual([]);
    given(built)
      .when(unoffered, {}, { actor: person('ann'), now: night })
      .then({ type: 'door-locked' });
  });
});

describe('a role', () => {
  const limited: Actor = {
    kind: 'person',
    id: 'ann',
    organisation: 'o',
    roles: ['guard'],
    scoped: [{ role: 'builder', scope: ['door-1'] }],
    assurance: 'high',
  };

  it('that is limited to some things grants nothing to who does not ask for the thing', () => {
    expect(hasRole(limited, 'builder')).toBe(false);
    expect([hasRoleFor(limited, 'builder', 'door-1'), hasRoleFor(limited, 'builder', 'door-2')]).toEqual([true, false]);
  });

  it('without limits holds for every thing', () => {
    expect(hasRoleFor(limited, 'guard', 'door-9')).toBe(true);
    expect(hasRoleFor({ kind: 'system', service: 'x' }, 'guard', 'door-9')).toBe(false);
  });
});
