import { AUDIENCE, type DemoAccount, demoAccounts } from '@hub/local';
import { asFile } from '../contracts/snapshot.js';
import type { Step } from '../run/step.js';
import { upToDate } from './generated.js';

const path = 'infra/docker/keycloak/realm.json';

/** Keycloak's realm for `docker compose` has the accounts of the embedded provider. */
export const keycloakRealm = (root: string): Step => ({
  name: 'Keycloak realm of the demonstration',
  findings: ({ write }) => upToDate(root, path, asFile(realm(demoAccounts)), write),
});

/** Replaced by a password that the secrets container makes at the first start. */
const password = 'MADE-AT-THE-FIRST-START';

export function realm(accounts: readonly DemoAccount[]) {
  return {
    realm: 'health-data-hub',
    displayName: 'Health Data Hub – DEMONSTRATION ACCOUNTS, invented people',
    enabled: true,
    sslRequired: 'none',
    registrationAllowed: false,
    accessTokenLifespan: 3600,
    clients: [
      client('hub-portal', {
        standardFlowEnabled: true,
        attributes: { 'pkce.code.challenge.method': 'S256' },
        redirectUris: loopback,
        webOrigins: ['+'],
      }),
      // For the command line: a token for a name and the demonstration's password.
      client('hub-demo', { standardFlowEnabled: false, directAccessGrantsEnabled: true }),
    ],
    users: accounts.map(user),
  };
}

const loopback = ['http://127.0.0.1:*', 'http://localhost:*'];

function client(clientId: string, more: object) {
  return {
    clientId,
    enabled: true,
    publicClient: true,
    protocol: 'openid-connect',
    directAccessGrantsEnabled: false,
    protocolMappers: [audience, assurance],
    ...more,
  };
}

/** Tokens are meant for the hub, whichever client asked for them. */
const audience = {
  name: 'audience',
  protocol: 'openid-connect',
  protocolMapper: 'oidc-audience-mapper',
  config: { 'included.custom.audience': AUDIENCE, 'access.token.claim': 'true', 'id.token.claim': 'false' },
};

/** DEMONSTRATION ONLY: says that everybody signed in with the assurance that the procedures ask for. */
const assurance = {
  name: 'assurance',
  protocol: 'openid-connect',
  protocolMapper: 'oidc-hardcoded-claim-mapper',
  config: {
    'claim.name': 'acr',
    'claim.value': 'eidas2',
    'jsonType.label': 'String',
    'access.token.claim': 'true',
    'id.token.claim': 'true',
  },
};

/** The id is the `sub` under which the directory's demonstration mandates know the person. */
function user({ id, name, email, description, organisation }: DemoAccount) {
  const [firstName = id, ...rest] = name.split(' ');
  return {
    id,
    username: id,
    enabled: true,
    emailVerified: true,
    email,
    firstName,
    lastName: rest.join(' ') || firstName,
    attributes: { demonstration: [`${description} (${organisation})`] },
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}
