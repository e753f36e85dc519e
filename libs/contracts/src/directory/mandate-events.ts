import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Day, Id } from '../shapes.js';

const onMandate = eventsOn('hub.directory.mandate.v1');

const who = { mandateId: Id, personId: Id, organisationId: Id, role: Type.String() };
const claire = { mandateId: 'm-1', personId: 'claire', organisationId: 'inserm', role: 'applicant' };

export const MandateDelegated = onMandate(
  'directory.mandate.delegated.v1',
  'The holder of a mandate lets somebody of the same organisation act in their role for a while.',
  { ...who, delegateId: Id, from: Day, to: Day },
  { ...claire, delegateId: 'david', from: '2026-08-01', to: '2026-08-21' },
);
export const MandateDelegationEnded = onMandate(
  'directory.mandate.delegation-ended.v1',
  'A delegation ended: the delegate acts in this role no more.',
  { ...who, delegateId: Id },
  { ...claire, delegateId: 'david' },
);
export const MandateConfirmationDue = onMandate(
  'directory.mandate.confirmation-due.v1',
  'A mandate has to be confirmed by a day, or it will be suspended.',
  { ...who, due: Day, suspendedAfter: Day },
  { ...claire, due: '2027-01-01', suspendedAfter: '2027-01-31' },
);
export const MandateConfirmed = onMandate(
  'directory.mandate.confirmed.v1',
  'A mandate was confirmed and holds on, or holds again.',
  { ...who, nextDue: Day },
  { ...claire, nextDue: '2028-01-01' },
);
export const MandateSuspended = onMandate(
  'directory.mandate.suspended.v1',
  'A mandate that nobody confirmed in time gives no role until somebody does.',
  who,
  claire,
);

export const mandateChanges = [
  MandateDelegated,
  MandateDelegationEnded,
  MandateConfirmationDue,
  MandateConfirmed,
  MandateSuspended,
] as const;
