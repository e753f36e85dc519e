import { AUDIENCE } from './openid-provider.js';
import { ed25519Key, symmetricKey } from './secrets.js';

/** The whole hub on one machine, stated once. What a service needs beyond the common environment is here. */

/** What the services stand on; they start in parallel. */
export const foundations = ['postgres', 'kafka', 'openid'] as const;
export type Foundation = (typeof foundations)[number];

export interface ServicePart {
  readonly name: string;
  /** Started as soon as these are ready. */
  readonly after: readonly string[];
  /** Environment variable → secret made once in HUB_HOME/secrets; the variable holds the file's path. */
  readonly keys?: Readonly<Record<string, { readonly file: string; readonly make: () => string }>>;
  /** Environment variable → folder in HUB_HOME/data, made before the start. */
  readonly folders?: Readonly<Record<string, string>>;
  readonly env?: (known: Known) => Readonly<Record<string, string>>;
}

/** What is known once ports are chosen, before anything has started. */
export interface Known {
  readonly issuer: string;
  /** Where people reach the hub. */
  readonly publicUrl: string;
  /** The mail server that captures letters for demonstration. */
  readonly smtpUrl: string;
  /** Service → URL, the gateway's not among them. */
  readonly urls: Readonly<Record<string, string>>;
}

const signs = (file: string) => ({ file, make: ed25519Key });
const encrypts = (file: string) => ({ file, make: symmetricKey });

/** Who writes letters. */
export const NOTIFYING = 'notification';

/** Every service also gets HOST, PORT, DATABASE_URL, KAFKA_BROKERS, DIRECTORY_URL, LOG_LEVEL and HUB_HOME. */
export const services: readonly ServicePart[] = [
  {
    name: 'directory',
    after: foundations,
    keys: { DIRECTORY_KEY_FILE: signs('directory-signing-key.pem') },
    // The demonstration's organisations, people and mandates, labelled as such; an operator leaves the variable out.
    env: ({ issuer }) => ({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: AUDIENCE, DIRECTORY_SEED: 'demonstration' }),
  },
  { name: 'catalog', after: foundations },
  {
    name: 'application',
    after: foundations,
    keys: { APPLICATION_KEY_FILE: encrypts('application-key') },
    folders: { ATTACHMENTS_HOME: 'attachments' },
    env: ({ publicUrl, smtpUrl }) => ({
      PUBLIC_URL: publicUrl,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Health Data Hub <invitations@hub.example>',
    }),
  },
  {
    name: 'review',
    after: foundations,
    keys: { PERMIT_KEY_FILE: signs('permit-signing-key.pem') },
  },
  {
    name: 'provisioning',
    after: foundations,
    keys: {
      PROVISIONING_KEY_FILE: encrypts('provisioning-master-key'),
      OPT_OUT_KEY_FILE: encrypts('opt-out-key'),
    },
    folders: { PROVISIONING_HOME: 'provisioning' },
  },
  {
    name: 'audit',
    after: foundations,
    keys: { AUDIT_KEY_FILE: signs('audit-signing-key.pem') },
  },
  {
    name: NOTIFYING,
    after: foundations,
    keys: { NOTIFICATION_KEY_FILE: encrypts('notification-address-key') },
    // DEMONSTRATION: letters are captured on this machine, and the invented people have addresses that cannot exist.
    env: ({ publicUrl, smtpUrl }) => ({
      PUBLIC_URL: publicUrl,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Health Data Hub <notices@hub.example>',
      NOTIFICATION_SEED: 'demonstration',
    }),
  },
  {
    name: 'gateway',
    // Last: whoever reaches the gateway finds a hub that is whole.
    after: ['directory', 'catalog', 'application', 'review', 'provisioning', 'audit', 'notification'],
    env: ({ urls }) => ({ SERVICE_URLS: JSON.stringify(urls) }),
  },
];

/** Stopped in this order, one rank after the other. */
export function stopRank(name: string): number {
  const ranks: Record<string, number> = { gateway: 0, openid: 2, kafka: 3, postgres: 4 };
  return ranks[name] ?? 1;
}

/** Who needs bubblewrap. */
export const SANDBOXED = 'provisioning';

/**
 * FOR DEVELOPMENT: the services that HUB_ONLY names (`directory,gateway`; `none` for the foundations alone), else all.
 * A service left out is not waited for.
 */
export function chosenServices(only: string | undefined): readonly ServicePart[] {
  if (only === undefined || only.trim() === '') return services;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => name !== 'none' && !services.some((service) => service.name === name));
  if (unknown.length > 0)
    throw new Error(
      `HUB_ONLY names no service of ours: ${unknown.join(', ')}; there are ${services.map(({ name }) => name).join(', ')}.`,
    );
  const present = (name: string) => names.includes(name) || foundations.some((foundation) => foundation === name);
  return services
    .filter(({ name }) => names.includes(name))
    .map((service) => ({ ...service, after: service.after.filter(present) }));
}
