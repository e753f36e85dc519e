import type { DelegatedRole, ScopedRole } from '@hub/decider';

/** A mandate in force today, as the exchange reads it; one's own first, the oldest first. */
export interface LiveMandate {
  readonly mandateId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly scope: readonly string[] | null;
  /** The last day on which this person acts on its ground, where there is one. */
  readonly until: string | null;
  /** Whose mandate it is, when this person acts in somebody's place. */
  readonly delegatedBy: string | null;
}

/** As whom a person acts: one organisation, and the roles that they hold for it. */
export interface Standing {
  /** Empty for somebody without any mandate: signed in, and nothing else. */
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly scoped: readonly ScopedRole[];
  /** Which of these roles are somebody else's, and whose. */
  readonly delegated: readonly DelegatedRole[];
}

/**
 * Chooses the organisation: the one asked for, else that of the oldest mandate.
 * `undefined` when one is asked for that has given this person no mandate.
 */
export function standingOf(mandates: readonly LiveMandate[], asked?: string): Standing | undefined {
  const organisation = asked ?? mandates[0]?.organisationId;
  if (organisation === undefined) return { organisation: '', roles: [], scoped: [], delegated: [] };
  const held = mandates.filter((mandate) => mandate.organisationId === organisation);
  if (held.length === 0) return undefined;
  const own = held.filter(({ delegatedBy }) => delegatedBy === null).map(({ role }) => role);
  return {
    organisation,
    roles: [...new Set(held.filter(({ scope }) => scope === null).map(({ role }) => role))],
    scoped: held.flatMap(({ role, scope }) => (scope === null ? [] : [{ role, scope }])),
    // Who holds the role themselves acts in nobody's place.
    delegated: held.flatMap(({ role, delegatedBy }) =>
      delegatedBy === null || own.includes(role) ? [] : [{ role, by: delegatedBy }],
    ),
  };
}

/** One organisation for which somebody may act. */
export interface OfferedStanding extends Standing {
  readonly mandates: readonly Omit<LiveMandate, 'organisationId'>[];
}

/** All that a person may choose between. */
export const standingsOf = (mandates: readonly LiveMandate[]): OfferedStanding[] =>
  [...new Set(mandates.map(({ organisationId }) => organisationId))].map((id) => ({
    ...(standingOf(mandates, id) as Standing),
    mandates: mandates.filter((one) => one.organisationId === id).map(({ organisationId: _, ...rest }) => rest),
  }));
