import type { ServiceDefinition } from '@hub/http-edge';
import { auditModule } from './audit.module.js';
import { CreateLog1764100000000 } from './migrations/create-log.js';
import { refusals } from './refusals.js';
import type { AuditSettings } from './settings.config.js';

export const auditService = (settings: AuditSettings): ServiceDefinition => ({
  name: 'audit',
  module: auditModule(settings),
  migrations: [CreateLog1764100000000],
  explanations: refusals,
});
