import { addItem, admitItem, removeItem } from './change-agenda.js';
import { closeSession, draftMinutes } from './draw-up-minutes.js';
import { cancelSession, openItem, openSession, recordItemOpened } from './hold-session.js';
import { planSession } from './plan-session.js';

/** Every command of a session. One that is not listed here is offered to nobody. */
export const commands = [
  planSession,
  addItem,
  admitItem,
  removeItem,
  openSession,
  openItem,
  recordItemOpened,
  draftMinutes,
  closeSession,
  cancelSession,
] as const;
