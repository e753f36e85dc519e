/** What every service reads from its environment. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** Base address of the directory, which publishes the keys that sign hub tokens. */
  readonly directoryUrl: string;
  readonly logLevel: string;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** Reads and checks all of it; what is wrong is named at once, with the remedy, and never with a value. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const wrong: string[] = [];
  const required = (name: string, remedy: string) => {
    if (!env[name]) wrong.push(`${name} is not set: ${remedy}`);
    return env[name] ?? '';
  };
  const port = Number(required('PORT', 'the TCP port to listen on'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) wrong.push('PORT must be a number from 0 to 65535');
  const logLevel = env.LOG_LEVEL ?? 'info';
  if (!levels.includes(logLevel)) wrong.push(`LOG_LEVEL must be one of ${levels.join(', ')}`);
  const environment = {
    host: env.HOST ?? '127.0.0.1',
    port,
    databaseUrl: required('DATABASE_URL', 'postgres://user:password@host:port/database'),
    brokers: required('KAFKA_BROKERS', 'host:port of Kafka’s brokers, comma separated').split(',').filter(Boolean),
    directoryUrl: required('DIRECTORY_URL', 'http://host:port of the directory service').replace(/\/$/, ''),
    logLevel,
  };
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return environment;
}

export class ConfigurationError extends Error {
  constructor(readonly wrong: readonly string[]) {
    super(`the environment is not complete:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}
