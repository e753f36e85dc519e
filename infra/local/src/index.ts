/** What the test kit, the demonstration and the benchmarks use; the commands of people are start, reset and token. */
export { demoAccounts, findDemoAccount, type DemoAccount } from './demo-accounts.js';
export { freePort, freePorts, portIsFree } from './free-port.js';
export { hubHome } from './hub-home.js';
export { ensureKafkaJars } from './kafka-jars.js';
export { startKafka, type KafkaOptions, type RunningKafka } from './kafka.js';
export { demoToken, startOpenIdProvider, type OpenIdOptions, type RunningOpenIdProvider } from './openid.js';
export { AUDIENCE, PORTAL_CLIENT } from './openid-provider.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres.js';
export { identify, isAlive, stopProcess, type ProcessIdentity } from './process-identity.js';
export { readRunFile, runningHub, type RunFile } from './run-file.js';
export { startService, type RunningService, type ServiceOptions } from './service.js';
