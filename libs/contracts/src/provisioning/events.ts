import { deliveryEvents } from './delivery-events.js';
import { exportEvents } from './export-events.js';
import { optOutListEvents } from './opt-out-list-events.js';
import { queryEvents } from './query-events.js';
import { workspaceEvents } from './workspace-events.js';

export * from './delivery-events.js';
export * from './export-events.js';
export * from './opt-out-list-events.js';
export * from './query-events.js';
export * from './workspace-events.js';

export const provisioningEvents = [
  ...deliveryEvents,
  ...workspaceEvents,
  ...queryEvents,
  ...exportEvents,
  ...optOutListEvents,
] as const;
