import { CreateDirectory1764000000000 } from './create-directory.js';
import { ExtendDirectory1764500000000 } from './extend-directory.js';

/** Applied in this order. */
export const migrations = [CreateDirectory1764000000000, ExtendDirectory1764500000000];
