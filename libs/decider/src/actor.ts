/** A natural person who acts for one organisation, with the roles that their mandates there give. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** How strongly they signed in: the `acr` of the OpenID provider. */
  readonly assurance: string;
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
