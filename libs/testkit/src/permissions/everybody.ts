import { roles } from '@hub/contracts';
import type { Actor } from '@hub/decider';
import { person } from '../person.js';

/** People by the name under which a table of permissions knows them. */
export type People = Readonly<Record<string, Actor>>;

/** Somebody of every role that a mandate can give, once in the organisation that the thing is of, once in another one. */
export function everybody(own: string, other: string): People {
  const both = roles.flatMap((role) => [
    [`${role}@own`, person(`${role}-of-${own}`, own, role)],
    [`${role}@other`, person(`${role}-of-${other}`, other, role)],
  ]);
  return Object.fromEntries(both);
}

/** What holds of a role in both organisations holds of the role. */
export const namesOf = (people: readonly string[]): string[] => {
  const has = new Set(people);
  const roleOf = (name: string) => name.replace(/@(own|other)$/, '');
  const both = (name: string) => has.has(`${roleOf(name)}@own`) && has.has(`${roleOf(name)}@other`);
  return [...new Set(people.map((name) => (both(name) ? roleOf(name) : name)))];
};
