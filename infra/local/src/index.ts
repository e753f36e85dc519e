export { freePort, freePorts, portIsFree } from './free-port.js';
export { ensureKafkaJars } from './kafka-jars.js';
export { startKafka, type KafkaOptions, type RunningKafka } from './kafka.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres.js';
export { identify, isAlive, stopProcess, type ProcessIdentity } from './process-identity.js';
