import { boot } from '@hub/http-edge';
import { provisioningService } from './service.module.js';
import { readProvisioningSettings } from './settings.config.js';

try {
  await boot(provisioningService(readProvisioningSettings(process.env)));
} catch (error) {
  console.error(`provisioning did not start: ${(error as Error).message}`);
  process.exit(1);
}
