import { confirmInterests } from './confirm-interests.js';
import { publishInterests } from './publish-interests.js';

/** Every command of a standing declaration. One that is not listed here is offered to nobody. */
export const commands = [publishInterests, confirmInterests] as const;
