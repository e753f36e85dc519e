import { endAccess, followPermit, lock, reopen, restoreAccess } from './follow-permit.js';
import { purge, resume, suspend } from './keep-safe.js';
import { activate, awaitDeliveries, fail, request, retry, startPreparation } from './prepare.js';
import { saveChart, work } from './work.js';

/** Every command of a workspace. One that is not listed here is offered to nobody. */
export const commands = [
  request,
  awaitDeliveries,
  startPreparation,
  activate,
  fail,
  retry,
  followPermit,
  lock,
  reopen,
  endAccess,
  restoreAccess,
  suspend,
  resume,
  purge,
  work,
  saveChart,
] as const;
