import type { Tie } from './interests.js';

/** Who a project is of: by id, and by name those whom the directory does not have. */
export interface Parties {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly names?: readonly string[];
}

/** The members whose standing declaration names one of a project's parties, each with the ties that do. */
export type Conflicts = Readonly<Record<string, readonly Tie[]>>;

/** Public Health Code, art. R1451-2: ties of the five years before count as well. */
const yearsAfterItsEnd = 5;

/** What is declared about these parties, as keys. */
export const keysOf = ({ people, organisations, names = [] }: Parties): string[] => [
  ...people.map((id) => `PERSON:${id}`),
  ...new Set(organisations.map((id) => `ORGANISATION:${id}`)),
  ...new Set(
    [...organisations, ...names]
      .map(normalised)
      .filter(Boolean)
      .map((name) => `NAME:${name}`),
  ),
];

/** By what a tie is found: a sponsor may be an organisation of the project, and stand there by its name only. */
export const keysOfTie = ({ to, id }: Pick<Tie, 'to' | 'id'>): string[] =>
  to === 'PERSON'
    ? [`PERSON:${id}`]
    : [`ORGANISATION:${id}`, ...[normalised(id)].filter(Boolean).map((name) => `NAME:${name}`)];

/** A name as it is compared: without accents, capitals and signs, so that `Laboratoire d’Été, S.A.` is one with `laboratoire d'ete s a`. */
const normalised = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The ties that make a member conflicted on a civil day. */
export function tiesWith(ties: readonly Tie[], parties: Parties, on: string): Tie[] {
  const keys = new Set(keysOf(parties));
  return ties.filter((tie) => keysOfTie(tie).some((key) => keys.has(key)) && counts(tie, on));
}

const counts = ({ since, until }: Tie, on: string): boolean => since <= on && (!until || on <= yearsLater(until));

/** Compared as text, so that the 29 February needs no care. */
const yearsLater = (day: string): string => `${Number(day.slice(0, 4)) + yearsAfterItsEnd}${day.slice(4)}`;
