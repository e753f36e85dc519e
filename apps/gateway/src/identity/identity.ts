import { WhileValid } from '@hub/http-edge/while-valid';

/** As whom a request is passed on. */
export interface Identity {
  /** The hub token, as `Authorization` carries it. */
  readonly authorization: string;
  readonly personId: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** Epoch milliseconds until which the gateway uses it: a little before it ends. */
  readonly until: number;
}

/** Services may still look at a token that was passed on at its last moment. */
const marginMs = 5_000;

/** Reads a token that the directory itself has just handed over; its signature is checked by whoever acts on it. */
export function identityFrom(hubToken: string, expiresIn: number, now: number): Identity {
  const claims = JSON.parse(Buffer.from(hubToken.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string;
    org: string;
    roles: string[];
  };
  return {
    authorization: `Bearer ${hubToken}`,
    personId: claims.sub,
    organisation: claims.org,
    roles: claims.roles,
    until: now + expiresIn * 1000 - marginMs,
  };
}

/** Identities by hash of outside token and organisation: the outside token itself is not kept. */
export class KnownIdentities extends WhileValid<Identity> {
  /** Moves whenever something is forgotten: an exchange begun before must not be remembered after. */
  generation = 0;

  constructor() {
    super(50_000);
  }

  /** A mandate changed: the next request asks the directory anew. */
  forget(personId: string): void {
    this.generation++;
    for (const [key, identity] of this.known) if (identity.personId === personId) this.known.delete(key);
  }
}
