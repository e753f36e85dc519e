/** What the test kit, the demonstration and the benchmarks use; the commands of people are start, reset and token. */
export { type DemoAccount, demoAccounts, findDemoAccount } from './demo-accounts.js';
export { freePort, freePorts, portIsFree } from './free-port.js';
export { hubHome, mailFolder } from './hub-home.js';
export { type KafkaOptions, type RunningKafka, startKafka } from './kafka.js';
export { ensureKafkaJars } from './kafka-jars.js';
export { type CapturedLetter, lettersIn } from './letters.js';
export { type MailCapture, type MailCaptureOptions, startMailCapture } from './mail-capture.js';
export { demoToken, type OpenIdOptions, type RunningOpenIdProvider, startOpenIdProvider } from './openid.js';
export { AUDIENCE, PORTAL_CLIENT } from './openid-provider.js';
export { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres.js';
export { identify, isAlive, type ProcessIdentity, stopProcess } from './process-identity.js';
export { type RunFile, readRunFile, runningHub } from './run-file.js';
export { type RunningService, type ServiceOptions, startService } from './service.js';
