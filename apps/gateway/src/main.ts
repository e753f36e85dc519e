import { boot } from '@hub/http-edge';
import { gatewayService } from './gateway.module.js';
import { readGatewaySettings } from './settings.config.js';

try {
  await boot(gatewayService(readGatewaySettings(process.env)));
} catch (error) {
  console.error(`gateway did not start: ${(error as Error).message}`);
  process.exit(1);
}
