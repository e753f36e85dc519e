import { type Context, errors, type Provider } from 'oidc-provider';
import { findDemoAccount } from './demo-accounts.js';

/** DEMONSTRATION ONLY: names an account and gets its token, without a browser or a password. */
export const DEMO_GRANT = 'urn:hub:demo';
export const DEMO_CLIENT = 'hub-demo';

export interface DemoGrant {
  readonly resource: string;
  readonly scope: string;
  readonly resourceServer: () => unknown;
}

/** Adds `grant_type=urn:hub:demo&client_id=hub-demo&account=claire[&acr=eidas1]` to the token endpoint. */
export function registerDemoGrant(provider: Provider, { resource, scope, resourceServer }: DemoGrant): void {
  const handler = async (ctx: Context): Promise<void> => {
    const account = findDemoAccount(ctx.oidc.params['account'] ?? '');
    if (account === undefined) throw new errors.InvalidGrant('no such demonstration account');
    const { client } = ctx.oidc;
    const grant = new provider.Grant({ accountId: account.id, clientId: client.clientId });
    grant.addResourceScope(resource, scope);
    const token = new provider.AccessToken({
      accountId: account.id,
      client,
      grantId: await grant.save(),
      gty: DEMO_GRANT,
    });
    token.resourceServer = new provider.ResourceServer(resource, resourceServer());
    token.scope = scope;
    ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration, scope };
  };
  provider.registerGrantType(DEMO_GRANT, handler, ['account', 'acr']);
}
