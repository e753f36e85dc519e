import { draftEvents } from './application/draft-events.js';
import { applicationEvents } from './application/events.js';
import { messageEvents } from './application/message-events.js';
import { catalogEvents } from './catalog/events.js';
import { directoryEvents } from './directory/events.js';
import type { EventContract } from './event.js';
import { provisioningEvents } from './provisioning/events.js';
import { committeeEvents } from './review/committee-events.js';
import { decisionEvents } from './review/decision-events.js';
import { reviewEvents } from './review/events.js';
import { permitEvents } from './review/permit-events.js';
import { registerEvents } from './review/register-events.js';
import { resultEvents } from './review/result-events.js';

export * from './application/attachment-events.js';
export * from './application/draft-events.js';
export * from './application/events.js';
export * from './application/message-events.js';
export * from './application/project-shapes.js';
export * from './application/team-events.js';
export * from './catalog/events.js';
export * from './catalog/health-categories.js';
export * from './directory/events.js';
export * from './event.js';
export * from './provisioning/events.js';
export * from './review/clock-events.js';
export * from './review/committee-events.js';
export * from './review/decision-events.js';
export * from './review/events.js';
export * from './review/permit-events.js';
export * from './review/register-events.js';
export * from './review/result-events.js';
export * from './review/sensitivity-events.js';
export * from './roles.js';
export * from './shapes.js';

/** Every event that any service publishes. */
export const contracts: readonly EventContract[] = [
  ...catalogEvents,
  ...applicationEvents,
  ...messageEvents,
  ...draftEvents,
  ...reviewEvents,
  ...decisionEvents,
  ...permitEvents,
  ...committeeEvents,
  ...registerEvents,
  ...resultEvents,
  ...provisioningEvents,
  ...directoryEvents,
];

/** Every topic, in a stable order. */
export const topics: readonly string[] = [...new Set(contracts.map((contract) => contract.topic))].sort();

/** The service that owns a topic: the second part of its name. */
export const ownerOf = (topic: string): string => topic.split('.')[1] ?? '';
