import { amendTeam } from './amend-team.js';
import { expire } from './expire.js';
import { grant } from './grant.js';
import { revoke } from './revoke.js';

/** Every command of a permit. One that is not listed here is offered to nobody. */
export const commands = [grant, amendTeam, revoke, expire] as const;
