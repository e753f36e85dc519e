import { boot } from '@hub/http-edge';
import { directoryService } from './service.module.js';
import { readDirectorySettings } from './settings.config.js';

try {
  await boot(directoryService(readDirectorySettings(process.env)));
} catch (error) {
  console.error(`directory did not start: ${(error as Error).message}`);
  process.exit(1);
}
