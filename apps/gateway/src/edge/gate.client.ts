import { correlationOf, edgeProblem, Problem } from '@hub/http-edge';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TokenExchange, wrongToken } from '../identity/exchange.client.js';
import type { Identity } from '../identity/identity.js';
import type { GatewaySettings } from '../settings.config.js';
import { clientAddress } from './client-address.js';
import { corsHeaders, preflightHeaders } from './cors.js';
import { answerHeaders } from './headers.js';
import { TokenBuckets } from './token-bucket.js';

/** What the gate leaves on a request that it lets through. */
export interface Passed {
  readonly cors: readonly string[];
  readonly identity?: Identity;
  /** Asks the directory again, for connections that outlive a hub token. */
  readonly renew?: () => Promise<Identity>;
}

const passed = new WeakMap<object, Passed>();
const nobody: Passed = { cors: [] };

export const passedBy = (request: FastifyRequest): Passed => passed.get(request.raw) ?? nobody;

const bearer = /^Bearer ([\w\-.~+/]+=*)$/i;
const organisationId = /^[\w.:-]{1,200}$/;

/** What a request claims: an outside token, and the organisation to act for. */
interface Claimed {
  readonly token: string;
  readonly organisation: string | undefined;
  readonly cors: readonly string[];
}

/** Stands before every route, the gateway's own ones and the forwarded: limits, browsers' rules, identity. */
export class Gate {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly settings: GatewaySettings,
    private readonly tokens: TokenExchange,
  ) {
    this.buckets = new TokenBuckets(settings.requestsPerMinute);
  }

  stand(fastify: FastifyInstance): void {
    // A callback and not a promise: a request with a known token passes without a turn of the event loop.
    fastify.addHook('onRequest', (request, reply, done) => {
      const cors = corsHeaders(this.settings.corsOrigins, request.headers.origin);
      passed.set(request.raw, { cors });
      if (!isForwarded(request)) dress(request, reply, cors);
      if (request.method === 'OPTIONS') reply.code(204).headers(pairs(preflightHeaders)).send();
      else this.admit(request, reply, cors, done);
    });
  }

  private admit(request: FastifyRequest, reply: FastifyReply, cors: readonly string[], done: () => void): void {
    const { authorization } = request.headers;
    if (isProbe(request)) {
      // Answered to everybody alike, so a token is not looked at, right or wrong.
      delete request.raw.headers.authorization;
      done();
    } else if (authorization === undefined) {
      this.limit(request, reply, this.addressOf(request), done);
    } else {
      const asked = request.headers['x-acting-for'];
      const token = bearer.exec(authorization)?.[1];
      if (!token) answerProblem(request, reply, wrongToken());
      else if (asked !== undefined && !organisationId.test(String(asked)))
        answerProblem(request, reply, wrongOrganisation());
      else this.identify(request, reply, { token, organisation: asked as string | undefined, cors }, done);
    }
  }

  private identify(
    request: FastifyRequest,
    reply: FastifyReply,
    { token, organisation, cors }: Claimed,
    done: () => void,
  ): void {
    const key = this.tokens.keyOf(token, organisation);
    const ask = () => this.tokens.exchange(key, token, organisation, correlationOf(request));
    const enter = (identity: Identity) => {
      // The outside token ends here; from now on only the hub token is in the request.
      request.raw.headers.authorization = identity.authorization;
      passed.set(request.raw, { cors, identity, renew: ask });
      this.limit(request, reply, identity.personId, done);
    };
    const known = this.tokens.recall(key);
    const askFirst = () => void ask().then(enter, (error: unknown) => answerProblem(request, reply, error));
    if (known) enter(known);
    // Each unknown token costs the directory a question, so its address pays for it.
    else this.limit(request, reply, this.addressOf(request), askFirst);
  }

  private limit(request: FastifyRequest, reply: FastifyReply, key: string, done: () => void): void {
    const taken = this.buckets.take(key, Date.now());
    if (taken === 'taken') done();
    else
      answerProblem(request, reply, edgeProblem('too-many-requests', {}, { 'retry-after': String(taken.retryAfter) }));
  }

  private addressOf(request: FastifyRequest): string {
    return `address:${clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for'], this.settings.trustedProxies)}`;
  }
}

/** Writes a problem as every service does. */
export function answerProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const problem = error instanceof Problem ? error : edgeProblem('internal-error');
  dress(request, reply, passedBy(request).cors);
  reply
    .code(problem.body.status)
    .headers({ ...problem.headers, 'content-type': 'application/problem+json; charset=utf-8' })
    .send(JSON.stringify({ ...problem.body, correlationId: correlationOf(request) }));
}

const actingForError = {
  field: 'X-Acting-For',
  code: 'matches',
  en: 'The id of an organisation.',
  fr: "L'identifiant d'une organisation.",
};

const wrongOrganisation = () => edgeProblem('invalid-input', { errors: [actingForError] });

/** Orchestrators ask these often and without a person: neither limits nor identity. */
const isProbe = (request: FastifyRequest): boolean => request.url.startsWith('/health/');

const isForwarded = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as { service?: string }).service !== undefined;

function dress(request: FastifyRequest, reply: FastifyReply, cors: readonly string[]): void {
  reply.headers(pairs(answerHeaders({}, { correlationId: correlationOf(request), signedIn: true, cors })));
}

const pairs = (flat: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: flat.length / 2 }, (_, n) => [flat[2 * n] as string, flat[2 * n + 1] as string]),
  );
