import type { Tie, TiedTo } from './interests.js';

/** Who a project is of, by id. */
export interface Parties {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
}

/** The members whose standing declaration names one of a project's parties, each with the ties that do. */
export type Conflicts = Readonly<Record<string, readonly Tie[]>>;

/** Public Health Code, art. R1451-2: ties of the five years before count as well. */
const yearsAfterItsEnd = 5;

/** What is declared about these parties, as keys. An organisation of the project may be a sponsor of the member. */
export const keysOf = ({ people, organisations }: Parties): string[] => [
  ...people.map((id) => keyOf('PERSON', id)),
  ...[...new Set(organisations)].flatMap((id) => [keyOf('ORGANISATION', id), keyOf('SPONSOR', id)]),
];

export const keyOf = (to: TiedTo, id: string): string => `${to}:${id}`;

/** The ties that make a member conflicted on a civil day. */
export function tiesWith(ties: readonly Tie[], parties: Parties, on: string): Tie[] {
  const keys = new Set(keysOf(parties));
  return ties.filter((tie) => keys.has(keyOf(tie.to, tie.id)) && counts(tie, on));
}

const counts = ({ since, until }: Tie, on: string): boolean => since <= on && (!until || on <= yearsLater(until));

/** Compared as text, so that the 29 February needs no care. */
const yearsLater = (day: string): string => `${Number(day.slice(0, 4)) + yearsAfterItsEnd}${day.slice(4)}`;
