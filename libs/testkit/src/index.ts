export * from './caller.js';
export * from './events.js';
export * from './fault-proxy.js';
export * from './moved-clock.js';
export { textOfPdf } from './pdf.js';
export * from './people.js';
export * from './servers.js';
export * from './service.js';
