/** The few parts of oidc-provider that the demonstration provider uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Entity {
    accountId: string;
    acr?: string;
    amr?: string[];
  }

  export interface GrantEntity {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface AccessTokenEntity {
    accountId: string;
    acr?: string;
    resourceServer: unknown;
    scope: string;
    expiration: number;
    save(): Promise<string>;
  }

  export interface Context {
    body: unknown;
    oidc: {
      client: { clientId: string };
      provider: Provider;
      params: Record<string, string | undefined>;
      result?: { consent?: { grantId?: string } };
      session?: { accountId: string; acr?: string; grantIdFor(clientId: string): string | undefined };
      entities: Record<string, Entity | undefined>;
    };
  }

  export interface InteractionDetails {
    uid: string;
    prompt: { name: string };
    params: Record<string, unknown>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly issuer: string;
    readonly Grant: {
      new (of: { accountId: string; clientId: string }): GrantEntity;
      find(id: string): Promise<GrantEntity | undefined>;
    };
    readonly AccessToken: new (
      of: Record<string, unknown>,
    ) => AccessTokenEntity;
    readonly ResourceServer: new (
      identifier: string,
      info: unknown,
    ) => unknown;
    readonly Client: { prototype: Record<string, unknown> };
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
    ): Promise<void>;
    registerGrantType(name: string, handler: (ctx: Context) => Promise<void>, parameters: readonly string[]): void;
    on(event: string, listener: (...args: never[]) => void): this;
  }

  export const errors: { InvalidGrant: new (description: string) => Error };
}
