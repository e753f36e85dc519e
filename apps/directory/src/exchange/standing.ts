/** A mandate in force today, as the exchange reads it; the oldest first. */
export interface LiveMandate {
  readonly organisationId: string;
  readonly role: string;
  readonly scope: readonly string[] | null;
}

/** Roles that hold only for what they list: apart, so that a reader who does not know of scopes grants nothing. */
export interface ScopedRole {
  readonly role: string;
  readonly scope: readonly string[];
}

/** As whom a person acts: one organisation, and the roles that they hold for it. */
export interface Standing {
  /** Empty for somebody without any mandate: signed in, and nothing else. */
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly scoped: readonly ScopedRole[];
}

/**
 * Chooses the organisation: the one asked for, else that of the oldest mandate.
 * `undefined` when one is asked for that has given this person no mandate.
 */
export function standingOf(mandates: readonly LiveMandate[], asked?: string): Standing | undefined {
  const organisation = asked ?? mandates[0]?.organisationId;
  if (organisation === undefined) return { organisation: '', roles: [], scoped: [] };
  const held = mandates.filter((mandate) => mandate.organisationId === organisation);
  if (held.length === 0) return undefined;
  return {
    organisation,
    roles: [...new Set(held.filter(({ scope }) => scope === null).map(({ role }) => role))],
    scoped: held.flatMap(({ role, scope }) => (scope === null ? [] : [{ role, scope }])),
  };
}
