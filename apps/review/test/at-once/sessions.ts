import { addItem, admitItem, removeItem } from '../../src/session/change-agenda.js';
import { closeSession, draftMinutes } from '../../src/session/draw-up-minutes.js';
import { cancelSession, openItem, openSession } from '../../src/session/hold-session.js';
import type { GivenByTwo } from './given-by-two.js';
import { presidents, reasons, type Thing } from './standings.js';

const secretariat = ['president', 'officer'] as const;
const itsCase = (_who: unknown, _seen: unknown, { caseId }: Thing) => ({ caseId });
const admitted = (_who: unknown, _seen: unknown, { caseId }: Thing) => ({ caseId, admit: true });

export const onSessions: readonly GivenByTwo[] = [
  [addItem, secretariat, 'agenda', itsCase, (at) => at.forAgenda()],
  [admitItem, presidents, 'agenda', admitted, (at) => at.forAgenda()],
  [removeItem, secretariat, 'agenda/removal', itsCase, (at) => at.onAgenda()],
  [openSession, presidents, 'opening', { present: ['member-1'] }, (at) => at.session()],
  [openItem, presidents, 'opening', {}, (at) => at.itemOnAgenda()],
  [draftMinutes, secretariat, 'minutes', {}, (at) => at.opened()],
  [closeSession, presidents, 'closing', {}, (at) => at.minutes()],
  [cancelSession, secretariat, 'cancellation', { reason: reasons }, (at) => at.session()],
];
