import { boot } from '@hub/http-edge';
import { catalogService } from './catalog.module.js';
import { importBytes } from './settings.config.js';

await boot(catalogService(importBytes(process.env)));
