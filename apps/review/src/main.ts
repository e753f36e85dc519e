import { boot } from '@hub/http-edge';
import { proceduresFrom } from './procedures.config.js';
import { serviceUnder } from './review.module.js';

await boot(serviceUnder(proceduresFrom(process.env)));
