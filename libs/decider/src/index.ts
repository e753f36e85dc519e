export * from './actor.js';
export * from './aggregate.js';
export * from './ports.js';
export * from './refusal.js';
export * from './slice.js';
export * from './story.js';
