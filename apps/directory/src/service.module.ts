import type { ServiceDefinition } from '@hub/http-edge';
import { directoryModule } from './directory.module.js';
import { migrations } from './migrations/index.js';
import { refusals } from './refusals.js';
import type { DirectorySettings } from './settings.config.js';

export const directoryService = (settings: DirectorySettings): ServiceDefinition => ({
  name: 'directory',
  module: directoryModule(settings),
  migrations,
  explanations: refusals,
});
