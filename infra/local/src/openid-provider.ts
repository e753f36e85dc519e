import { type AccessTokenEntity, type Context, Provider } from 'oidc-provider';
import { findDemoAccount } from './demo-accounts.js';
import { DEMO_CLIENT, DEMO_GRANT, registerDemoGrant } from './openid-demo-grant.js';

/** What every service expects as audience of an outside token. */
export const AUDIENCE = 'hub';
export const PORTAL_CLIENT = 'hub-portal';
/** How strongly a demonstration account signs in unless a weaker or stronger way is asked for. */
export const USUAL_ASSURANCE = 'eidas2';
export const ASSURANCES = ['eidas1', 'eidas2', 'eidas3'] as const;

/** A resource indicator (RFC 8707) must be a URI; the audience in the token is the plain word. */
const RESOURCE = 'urn:health-data-hub';
const SCOPE = 'openid profile email';
const HOUR = 3600;

export interface ProviderKeys {
  /** The private key that signs tokens, as JWK with `kid`, `alg`, `use`. */
  readonly signing: Record<string, unknown>;
  readonly cookies: string;
}

/** DEMONSTRATION ONLY: an OpenID provider that believes whoever says to be one of the demonstration accounts. */
export function openIdProvider(issuer: string, keys: ProviderKeys): Provider {
  const provider = new Provider(issuer, configuration(keys));
  allowLoopbackRedirects(provider);
  registerDemoGrant(provider, { resource: RESOURCE, scope: SCOPE, resourceServer });
  return provider;
}

function configuration(keys: ProviderKeys): Record<string, unknown> {
  return {
    clients: [portal(), demo()],
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookies],
      names: { session: 'demo_session', interaction: 'demo_interaction', resume: 'demo_resume' },
    },
    acrValues: [...ASSURANCES],
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'], email: ['email'] },
    findAccount: (_ctx: Context, id: string) => accountOf(id),
    extraTokenClaims: (ctx: Context, token: AccessTokenEntity) => claimsInToken(ctx, token),
    loadExistingGrant: grantWithoutAsking,
    interactions: { url: (_ctx: Context, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    ttl: {
      AccessToken: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
      AuthorizationCode: 60,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer(),
      },
    },
  };
}

function resourceServer() {
  return {
    audience: AUDIENCE,
    scope: SCOPE,
    accessTokenTTL: HOUR,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  };
}

function portal() {
  return {
    client_id: PORTAL_CLIENT,
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1/callback'],
    post_logout_redirect_uris: ['http://127.0.0.1/'],
  };
}

function demo() {
  return {
    client_id: DEMO_CLIENT,
    token_endpoint_auth_method: 'none',
    grant_types: [DEMO_GRANT],
    response_types: [],
    redirect_uris: [],
  };
}

function accountOf(id: string) {
  const account = findDemoAccount(id);
  if (account === undefined) return undefined;
  return { accountId: id, claims: () => ({ sub: id, name: account.name, email: account.email }) };
}

function claimsInToken(ctx: Context, token: AccessTokenEntity): Record<string, unknown> {
  const account = findDemoAccount(token.accountId);
  const { AuthorizationCode, RefreshToken } = ctx.oidc.entities;
  const acr = AuthorizationCode?.acr ?? RefreshToken?.acr ?? ctx.oidc.params['acr'] ?? USUAL_ASSURANCE;
  return { acr, name: account?.name, email: account?.email };
}

/** The portal is the hub's own: nobody is asked whether it may know who they are. */
async function grantWithoutAsking(ctx: Context) {
  const { client, provider, session, result } = ctx.oidc;
  const known = result?.consent?.grantId ?? session?.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  if (session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPE);
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
}

/** A portal under development sits on any port of this machine. */
function allowLoopbackRedirects(provider: Provider): void {
  const allowed = (value: string) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return (
      url?.protocol === 'http:' &&
      ['127.0.0.1', 'localhost'].includes(url.hostname) &&
      url.username === '' &&
      url.hash === ''
    );
  };
  provider.Client.prototype['redirectUriAllowed'] = allowed;
  provider.Client.prototype['postLogoutRedirectUriAllowed'] = allowed;
}
