import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import type { Session, SessionEvent } from './session.js';

/** What others are told: who met when on which cases; links, remarks and reasons stay here. */
export function published(event: SessionEvent, _state: Session, sessionId: string) {
  switch (event.type) {
    case 'planned':
      return told(contract.SessionPlanned, { sessionId, startsAt: event.plan.startsAt });
    case 'item-added':
      return told(contract.SessionItemAdded, { sessionId, caseId: event.caseId, admitted: event.admitted });
    case 'item-removed':
      return told(contract.SessionItemRemoved, { sessionId, caseId: event.caseId });
    case 'opened':
      return told(contract.SessionOpened, { sessionId, present: [...event.present] });
    case 'item-opened': {
      const { caseId, present, quorum } = event;
      return told(contract.SessionItemOpened, { sessionId, caseId, present: [...present], quorum });
    }
    case 'minutes-drafted': {
      const caseIds = event.minutes.items.map(({ caseId }) => caseId);
      return told(contract.SessionMinutesDrafted, { sessionId, caseIds });
    }
    case 'closed':
      return told(contract.SessionClosed, { sessionId });
    case 'cancelled':
      return told(contract.SessionCancelled, { sessionId });
  }
}
