/** A natural person who acts for one organisation, with the roles that their mandates there give. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** How strongly they signed in: the `acr` of the OpenID provider. */
  readonly assurance: string;
  /** Roles that hold for certain things only, by their ids. Not among `roles`: who does not ask for them grants nothing. */
  readonly scoped?: readonly ScopedRole[];
  /** Which of the roles are exercised in somebody else's place, and whose they are. */
  readonly delegated?: readonly DelegatedRole[];
}

export interface ScopedRole {
  readonly role: string;
  readonly scope: readonly string[];
}

export interface DelegatedRole {
  readonly role: string;
  readonly by: string;
}

/** One of our own services, reacting to an event or to a clock. */
export interface System {
  readonly kind: 'system';
  readonly service: string;
}

export type Actor = Person | System;

export const system = (service: string): System => ({ kind: 'system', service });

/** The identifier under which an actor stands in events and in the audit log. */
export const actorId = (actor: Actor): string => (actor.kind === 'person' ? actor.id : `service:${actor.service}`);

export const isPerson = (actor: Actor, id: string): boolean => actor.kind === 'person' && actor.id === id;

export const hasRole = (actor: Actor, ...roles: readonly string[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.roles.includes(role));

/** Whether the actor holds the role without limits, or for this very thing. */
export const hasRoleFor = (actor: Actor, role: string, thing: string): boolean =>
  hasRole(actor, role) ||
  (actor.kind === 'person' &&
    (actor.scoped ?? []).some((scoped) => scoped.role === role && scoped.scope.includes(thing)));
