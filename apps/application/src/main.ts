import { boot } from '@hub/http-edge';
import { applicationService } from './application.module.js';
import { readApplicationSettings } from './settings.config.js';

try {
  await boot(applicationService(readApplicationSettings(process.env)));
} catch (error) {
  console.error(`application did not start: ${(error as Error).message}`);
  process.exit(1);
}
