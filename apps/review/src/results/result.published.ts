import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import { type Result, type ResultEvent, resultDue } from './result.js';

/** What others are told: whose results, and until when; what was found stays here. */
export function published(event: ResultEvent, state: Result, baseId: string) {
  if (state.status === 'ABSENT') throw new Error('nothing to publish of results that nobody awaits');
  const ids = { baseId, applicationId: state.applicationId };
  const due = { ...ids, dueAt: resultDue(state) };
  switch (event.type) {
    case 'awaited':
      return told(contract.ResultAwaited, due);
    case 'permit-followed':
      return told(contract.ResultPermitFollowed, due);
    case 'completion-declared':
      return told(contract.ResultCompletionDeclared, due);
    case 'time-extended':
      return told(contract.ResultTimeExtended, due);
    case 'overdue':
      return told(contract.ResultOverdue, due);
    case 'published':
      return told(contract.ResultPublished, ids);
    case 'corrected':
      return told(contract.ResultCorrected, ids);
  }
}
