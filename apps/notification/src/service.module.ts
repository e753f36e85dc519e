import type { ServiceDefinition } from '@hub/http-edge';
import { CreateNotification1767000000000 } from './migrations/create-notification.js';
import { notificationModule } from './notification.module.js';
import { refusals } from './refusals.js';
import type { NotificationSettings } from './settings.config.js';

export const notificationService = (settings: NotificationSettings): ServiceDefinition => ({
  name: 'notification',
  module: notificationModule(settings),
  migrations: [CreateNotification1767000000000],
  explanations: refusals,
});
