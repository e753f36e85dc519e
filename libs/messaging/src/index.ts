export * from './dead-letters.js';
export { faultPoint } from './fault-point.js';
export { type GroupHandler, Transient } from './group-consumer.js';
export { connectKafka, type Log } from './kafka.js';
export * from './reaction.js';
export * from './received.js';
export { Relay } from './relay.js';
export * from './topics.js';
export { EventTransport } from './transport.js';
