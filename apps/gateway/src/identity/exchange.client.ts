import { hash } from 'node:crypto';
import { edgeProblem, Problem, type ProblemBody } from '@hub/http-edge';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'undici';
import { type Identity, identityFrom, KnownIdentities } from './identity.js';

const patienceMs = 5_000;
const parameters = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
};

/** Swaps outside tokens at the directory (RFC 8693), each once until its hub token ends. */
export class TokenExchange implements OnApplicationShutdown {
  private readonly directory: Pool;
  private readonly known = new KnownIdentities();
  private readonly running = new Map<string, Promise<Identity>>();

  constructor(directoryUrl: string) {
    this.directory = new Pool(directoryUrl, {
      connections: 16,
      headersTimeout: patienceMs,
      bodyTimeout: patienceMs,
      connect: { timeout: 2_000 },
    });
  }

  keyOf(token: string, organisation: string | undefined): string {
    return hash('sha256', organisation === undefined ? token : `${token}\n${organisation}`, 'base64url');
  }

  /** What is known already, without asking. */
  recall(key: string): Identity | undefined {
    return this.known.get(key, Date.now());
  }

  /** Asks the directory; requests that come at once with the same token share one question. */
  exchange(key: string, token: string, organisation: string | undefined, correlationId: string): Promise<Identity> {
    let running = this.running.get(key);
    if (!running) {
      running = this.ask(key, token, organisation, correlationId).finally(() => this.running.delete(key));
      this.running.set(key, running);
    }
    return running;
  }

  forget(personId: string): void {
    this.known.forget(personId);
  }

  onApplicationShutdown(): Promise<void> {
    return this.directory.destroy();
  }

  private async ask(
    key: string,
    token: string,
    organisation: string | undefined,
    correlationId: string,
  ): Promise<Identity> {
    const { generation } = this.known;
    const form = new URLSearchParams({
      ...parameters,
      subject_token: token,
      ...(organisation !== undefined && { organisation }),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-correlation-id': correlationId };
    const { status, body } = await this.post(form.toString(), headers);
    if (status !== 200) throw refusalFrom(status, body);
    const answer = body as { access_token: string; expires_in: number };
    const identity = identityFrom(answer.access_token, answer.expires_in, Date.now());
    if (generation === this.known.generation) this.known.remember(key, identity, Date.now());
    return identity;
  }

  private async post(form: string, headers: Record<string, string>) {
    try {
      const { statusCode, body } = await this.directory.request({
        path: '/token',
        method: 'POST',
        headers,
        body: form,
      });
      return { status: statusCode, body: (await body.json()) as unknown };
    } catch {
      return { status: 503, body: undefined };
    }
  }
}

function refusalFrom(status: number, body: unknown): Problem {
  if (status === 401) return wrongToken();
  const { correlationId: _, ...told } = (body ?? {}) as ProblemBody;
  if (status === 403) return new Problem(told);
  const missing = Array.isArray(told.missing) ? told.missing.map((part) => `directory: ${part}`) : ['directory'];
  return edgeProblem('unavailable', { missing }, { 'retry-after': '2' });
}

export const wrongToken = (): Problem =>
  edgeProblem('unauthenticated', {}, { 'www-authenticate': 'Bearer error="invalid_token"' });
