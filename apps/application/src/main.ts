import { boot } from '@hub/http-edge';
import { service } from './application.module.js';

await boot(service);
