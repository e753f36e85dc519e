/** What the operator says of the first administrator. */
export interface Appointment {
  /** Of the OpenID provider, as its tokens state it (`iss`). */
  readonly issuer: string;
  /** The person there (`sub`). */
  readonly subject: string;
  /** The id of the hub's own organisation, entered if it is not there yet. */
  readonly organisationId: string;
  readonly name: { readonly fr: string; readonly en: string };
}

export const usage = `Makes somebody the first administrator of a directory that has none.

  DATABASE_URL=postgres://… first-administrator ISSUER SUBJECT ORGANISATION NAME-IN-FRENCH NAME-IN-ENGLISH

  ISSUER and SUBJECT as the tokens of the OpenID provider state them (iss, sub); ORGANISATION is the id of the
  hub's own organisation: lower case letters, digits and hyphens. It is entered under these names unless it is there.
  Exit status: 0 done, 1 refused or impossible, 2 not understood.`;

/** Reads the command line; `undefined` where it is none of ours. */
export function readAppointment(words: readonly string[]): Appointment | undefined {
  const [issuer = '', subject, organisationId = '', fr, en] = words;
  if (words.length !== 5 || !subject || !fr || !en) return undefined;
  if (!/^https?:\/\/\S+$/.test(issuer) || !/^[a-z0-9][a-z0-9-]{0,98}[a-z0-9]$/.test(organisationId)) return undefined;
  return { issuer, subject, organisationId, name: { fr, en } };
}
