import { boot } from '@hub/http-edge';
import { auditService } from './service.module.js';
import { readAuditSettings } from './settings.config.js';

try {
  await boot(auditService(readAuditSettings(process.env)));
} catch (error) {
  console.error(`audit did not start: ${(error as Error).message}`);
  process.exit(1);
}
