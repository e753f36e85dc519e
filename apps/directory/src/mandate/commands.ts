import { confirmMandate, remindOfConfirmation, suspendMandate } from './confirm-mandate.js';
import { delegateMandate, endDelegation, lapseDelegation } from './delegate-mandate.js';
import { dissolveMandate, endMandate, lapseMandate } from './end-mandate.js';
import { giveMandate } from './give-mandate.js';

/** Every command on a mandate: what is not listed is offered to nobody. */
export const mandateCommands = [
  giveMandate,
  delegateMandate,
  endDelegation,
  confirmMandate,
  endMandate,
  remindOfConfirmation,
  suspendMandate,
  lapseMandate,
  lapseDelegation,
  dissolveMandate,
];
