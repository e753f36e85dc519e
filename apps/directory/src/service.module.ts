import type { ServiceDefinition } from '@hub/http-edge';
import { directoryModule } from './directory.module.js';
import { CreateDirectory1764000000000 } from './migrations/create-directory.js';
import { refusals } from './refusals.js';
import type { DirectorySettings } from './settings.config.js';

export const directoryService = (settings: DirectorySettings): ServiceDefinition => ({
  name: 'directory',
  module: directoryModule(settings),
  migrations: [CreateDirectory1764000000000],
  explanations: refusals,
});
