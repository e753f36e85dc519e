import {
  MandateConfirmationDue,
  MandateConfirmed,
  MandateDelegated,
  MandateDelegationEnded,
  MandateEnded,
  MandateGiven,
  MandateSuspended,
  told,
} from '@hub/contracts';
import type { Announceable } from '@hub/event-store';
import { dueDay } from './confirmation.js';
import type { Mandate, MandateEvent, MandateTerms } from './mandate.js';

/** What others are told of a mandate. */
export function publishedMandate(event: MandateEvent, state: Mandate, mandateId: string): Announceable {
  const { personId, organisationId, role } = (state as { terms: MandateTerms }).terms;
  const who = { mandateId, personId, organisationId, role };
  switch (event.type) {
    case 'MandateGiven': {
      const { type: _, givenBy: __, on: ___, scope, ...terms } = event;
      return told(MandateGiven, { mandateId, ...terms, ...(scope && { scope: [...scope] }) });
    }
    case 'MandateDelegated': {
      const { delegateId, from, to } = event;
      return told(MandateDelegated, { ...who, delegateId, from, to });
    }
    case 'MandateDelegationEnded':
      return told(MandateDelegationEnded, { ...who, delegateId: event.delegateId });
    case 'MandateConfirmationDue':
      return told(MandateConfirmationDue, { ...who, due: event.due, suspendedAfter: event.suspendedAfter });
    case 'MandateConfirmed':
      return told(MandateConfirmed, { ...who, nextDue: dueDay(event.on) });
    case 'MandateSuspended':
      return told(MandateSuspended, who);
    case 'MandateEnded':
      return told(MandateEnded, who);
  }
}
