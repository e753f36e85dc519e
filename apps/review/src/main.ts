import { boot } from '@hub/http-edge';
import { service } from './review.module.js';

await boot(service);
