import { download, inspect, recall, release } from './release.js';
import { resubmit, submit, withdraw } from './submit.js';
import { castVote } from './vote.js';

/** Every command of an export request. One that is not listed here is offered to nobody. */
export const exportCommands = [submit, resubmit, withdraw, castVote, release, recall, inspect, download] as const;
