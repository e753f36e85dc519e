import { CreateDirectory1764000000000 } from './create-directory.js';
import { ExtendDirectory1764500000000 } from './extend-directory.js';
import { IndexMandateTurns1764600000000 } from './index-mandate-turns.js';

/** Applied in this order; one that was applied somewhere is never changed. */
export const migrations = [CreateDirectory1764000000000, ExtendDirectory1764500000000, IndexMandateTurns1764600000000];
