export { freePort, freePorts, portIsFree } from './free-port.js';
export { ensureKafkaJars } from './kafka-jars.js';
export { startKafka, type KafkaOptions, type RunningKafka } from './kafka.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres.js';
export { identify, isAlive, stopProcess, type ProcessIdentity } from './process-identity.js';
export { demoAccounts, findDemoAccount, type DemoAccount } from './demo-accounts.js';
export { demoToken, startOpenIdProvider, type OpenIdOptions, type RunningOpenIdProvider } from './openid.js';
export { AUDIENCE } from './openid-provider.js';
export { startService, type RunningService, type ServiceOptions } from './service.js';
