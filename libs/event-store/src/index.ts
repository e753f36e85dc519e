export * from './aggregate-store.js';
export * from './announcement.js';
export * from './database.js';
export * from './journal.js';
export type { Answer, Order } from './order.js';
export * from './outbox.js';
export * from './recurring-work.js';
export { StateCache } from './state-cache.js';
export * from './store-definition.js';
