import { boot } from '@hub/http-edge';
import { notificationService } from './service.module.js';
import { readNotificationSettings } from './settings.config.js';

try {
  await boot(notificationService(readNotificationSettings(process.env)));
} catch (error) {
  console.error(`notification did not start: ${(error as Error).message}`);
  process.exit(1);
}
