import { edgeProblem, hubTokenAudience, Problem, Public } from '@hub/http-edge';
import { Body, Controller, Get, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { PersonStore } from '../person/person.store.js';
import { HubTokens, hubTokenSeconds } from './hub-token.client.js';
import { type OutsideIdentity, OutsideTokens, ProviderUnavailable } from './outside-token.client.js';
import { standingOf } from './standing.js';
import { exchangeProblem } from './token-problem.js';
import { isMalformed, jwtType, readTokenRequest } from './token-request.js';

/** Swaps an outside identity for a hub token (RFC 8693). Not routed by the gateway, which is its one client. */
@Controller()
@Public()
export class TokenController {
  constructor(
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(OutsideTokens) private readonly outside: OutsideTokens,
    @Inject(HubTokens) private readonly tokens: HubTokens,
  ) {}

  @Post('token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async exchange(@Body() form: Record<string, unknown> | undefined) {
    const request = readTokenRequest(form ?? {}, hubTokenAudience);
    if (isMalformed(request)) throw new Problem(exchangeProblem(request.error, request.description));
    const identity = await this.identify(request.subjectToken);
    const person = await this.people.signedIn(identity);
    const standing = standingOf(person.mandates, request.organisation);
    if (!standing) throw new Problem(exchangeProblem('invalid_target', 'no mandate of this organisation'));
    return {
      access_token: await this.tokens.sign(person.id, standing, identity.assurance),
      issued_token_type: jwtType,
      token_type: 'Bearer',
      expires_in: hubTokenSeconds,
    };
  }

  @Get('.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=300')
  keys() {
    return this.tokens.jwks;
  }

  private async identify(token: string): Promise<OutsideIdentity> {
    try {
      return await this.outside.identity(token);
    } catch (error) {
      if (error instanceof ProviderUnavailable)
        throw edgeProblem('unavailable', { missing: ['openid-provider'] }, { 'retry-after': '2' });
      throw new Problem(exchangeProblem('wrong_token', 'subject_token is not valid'), {
        'www-authenticate': 'Bearer error="invalid_token"',
      });
    }
  }
}
