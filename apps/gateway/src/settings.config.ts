import { ConfigurationError } from '@hub/http-edge';
import { type ServiceName, serviceNames } from './forward/routes.js';

export interface GatewaySettings {
  readonly services: Readonly<Record<ServiceName, string>>;
  /** Requests of one person, or of one address without a token, per minute. */
  readonly requestsPerMinute: number;
  /** Origins of portals that a browser may call from; none unless named. */
  readonly corsOrigins: readonly string[];
  /** Proxies of ours in front, each of which adds one address to X-Forwarded-For. */
  readonly trustedProxies: number;
}

/** Reads what the gateway needs beyond the common environment. */
export function readGatewaySettings(env: NodeJS.ProcessEnv): GatewaySettings {
  const wrong: string[] = [];
  const whole = (name: string, usual: number, least: number) => {
    const value = Number(env[name] ?? usual);
    if (!Number.isInteger(value) || value < least) wrong.push(`${name} must be a whole number of at least ${least}`);
    return value;
  };
  const corsOrigins = (env.CORS_ORIGINS ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  if (corsOrigins.some((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)) {
    wrong.push('CORS_ORIGINS must list origins, https://host or https://host:port, comma separated');
  }
  const settings = {
    services: readServices(env.SERVICE_URLS, wrong),
    requestsPerMinute: whole('RATE_LIMIT_PER_MINUTE', 6_000, 1),
    corsOrigins,
    trustedProxies: whole('TRUSTED_PROXIES', 0, 0),
  };
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return settings;
}

function readServices(given: string | undefined, wrong: string[]): Readonly<Record<ServiceName, string>> {
  let urls: Record<string, unknown> = {};
  try {
    urls = JSON.parse(given ?? '{}') as Record<string, unknown>;
  } catch {
    wrong.push('SERVICE_URLS must be JSON');
  }
  const services: Record<string, string> = {};
  for (const name of serviceNames) {
    const url = urls[name];
    if (typeof url === 'string' && URL.canParse(url)) services[name] = new URL(url).origin;
    else wrong.push(`SERVICE_URLS does not name ${name}: {"${name}": "http://host:port", …}`);
  }
  return services as Record<ServiceName, string>;
}
