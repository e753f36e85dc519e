import { hash } from 'node:crypto';
import type { DelegatedRole, Person, ScopedRole } from '@hub/decider';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { edgeProblem } from './problem.js';
import { WhileValid } from './while-valid.js';

/** Issuer and audience of hub tokens, which the directory signs and services take. */
export const hubTokenIssuer = 'urn:hub:directory';
export const hubTokenAudience = 'urn:hub:services';

/** What a hub token says. Ends within a minute, so that an ended mandate cannot outlive it for long. */
export interface HubTokenClaims extends JWTPayload {
  readonly sub: string;
  readonly org: string;
  readonly roles: readonly string[];
  readonly acr: string;
  readonly scoped?: readonly ScopedRole[];
  readonly delegated?: readonly DelegatedRole[];
}

const remembered = 10_000;

/** Verifies a hub token once per process and lifetime; remembers it by its hash until it ends. */
export class HubTokenVerifier {
  private readonly known = new WhileValid<{ person: Person; until: number }>(remembered);
  private readonly keys: JWTVerifyGetKey;

  constructor(directoryUrl: string, keys?: JWTVerifyGetKey) {
    this.keys =
      keys ??
      createRemoteJWKSet(new URL(`${directoryUrl}/.well-known/jwks.json`), {
        timeoutDuration: 3_000,
        cooldownDuration: 2_000,
      });
  }

  async person(token: string, now: number): Promise<Person> {
    const key = hash('sha256', token, 'base64url');
    const known = this.known.get(key, now);
    if (known) return known.person;
    const claims = await this.verified(token, now);
    const person: Person = {
      kind: 'person',
      id: claims.sub,
      organisation: claims.org,
      roles: claims.roles,
      assurance: claims.acr,
      ...(claims.scoped && { scoped: claims.scoped }),
      ...(claims.delegated && { delegated: claims.delegated }),
    };
    this.known.remember(key, { person, until: (claims.exp ?? 0) * 1000 }, now);
    return person;
  }

  private async verified(token: string, now: number): Promise<HubTokenClaims> {
    try {
      const { payload } = await jwtVerify<HubTokenClaims>(token, this.keys, {
        issuer: hubTokenIssuer,
        audience: hubTokenAudience,
        algorithms: ['EdDSA'],
        requiredClaims: ['sub', 'org', 'roles', 'exp'],
        currentDate: new Date(now),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
        throw edgeProblem('unauthenticated', {}, { 'www-authenticate': 'Bearer error="invalid_token"' });
      }
      throw edgeProblem('unavailable', { missing: ['directory'] }, { 'retry-after': '2' });
    }
  }
}
