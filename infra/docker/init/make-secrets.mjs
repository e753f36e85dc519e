// Runs once before everything else: makes each secret that is not there yet, in a folder of whoever may read it.
// Each container sees its own folder only (compose.yml mounts them by subpath).
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = process.env.SECRETS ?? '/secrets';
/** Users of the official images: node, keycloak and postgres. */
const owners = { postgres: 999, keycloak: 1000, service: 1000 };

const password = () => randomBytes(24).toString('base64url');
const symmetric = () => randomBytes(32).toString('base64');
const ed25519 = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Service → its keys. A test compares them with the topology of a single machine. */
const keys = {
  directory: { 'directory-signing-key.pem': ed25519 },
  catalog: {},
  application: { 'application-key': symmetric },
  review: { 'permit-signing-key.pem': ed25519 },
  provisioning: { 'provisioning-master-key': symmetric, 'opt-out-key': symmetric },
  audit: { 'audit-signing-key.pem': ed25519 },
  notification: { 'notification-address-key': symmetric },
  gateway: {},
};

function keep(path, make, owner) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o400 });
  chownSync(dirname(file), owner, owner);
  chownSync(file, owner, owner);
  return readFileSync(file, 'utf8');
}

keep('postgres/admin', password, owners.postgres);
for (const [service, made] of Object.entries(keys)) {
  const database = keep(`${service}/database-password`, password, owners.service);
  keep(`postgres/database-${service}`, () => database, owners.postgres);
  for (const [name, make] of Object.entries(made)) keep(`${service}/${name}`, make, owners.service);
}
keep('keycloak/admin', password, owners.keycloak);
const demonstration = keep('keycloak/demonstration-password', password, owners.keycloak);
const realm = readFileSync(process.env.REALM ?? '/init/realm.json', 'utf8');
keep('keycloak-realm/realm.json', () => realm.replaceAll('MADE-AT-THE-FIRST-START', demonstration), owners.keycloak);
console.log('secrets are in place');
