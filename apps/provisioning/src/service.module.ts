import type { ServiceDefinition } from '@hub/http-edge';
import { bodyAsStream } from './body-as-stream.config.js';
import { CreateOptOuts1795649520000 } from './migrations/create-opt-outs.js';
import { CreateProvisioning1766000000000 } from './migrations/create-provisioning.js';
import { provisioningModule } from './provisioning.module.js';
import { refusals } from './refusals.js';
import type { ProvisioningSettings } from './settings.config.js';

export const provisioningService = (settings: ProvisioningSettings): ServiceDefinition => ({
  name: 'provisioning',
  module: provisioningModule(settings),
  migrations: [CreateProvisioning1766000000000, CreateOptOuts1795649520000],
  explanations: refusals,
  configure: bodyAsStream,
});
