import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import type { Happening } from '../case/case.events.js';
import type { Opened } from '../case/case.js';
import { dueInstant } from '../clocks/running.js';
import type { DecisionEvent } from './decision.events.js';

interface Ids {
  readonly caseId: string;
  readonly applicationId: string;
}

/** That it was decided and how; reasons and amounts by line stay here. */
export function decidedForOthers(event: Happening<'decided'>, state: Opened, ids: Ids) {
  const status = codeOfDecision(state);
  const answerDueAt = dueInstant(event.clocks ?? {}, event.decision === 'AUTHORISED' ? 'ACCEPTANCE' : 'APPEAL');
  return told(contract.CaseDecided, {
    ...ids,
    decision: event.decision,
    tacit: event.tacit,
    ...(status && { status }),
    ...(answerDueAt && { answerDueAt }),
    ...(event.datasets && { partial: event.datasets.some(({ decision }) => decision === 'REFUSED') }),
  });
}

/** Source: TEHDAS2 D6.4, table 1b. */
const codeOfDecision = ({ status }: Opened) =>
  status === 'POSITIVE_DECISION_ISSUED' || status === 'NEGATIVE_DECISION_ISSUED' ? status : undefined;

export function afterDecisionForOthers(event: DecisionEvent, state: Opened, ids: Ids) {
  switch (event.type) {
    case 'fees-estimated':
      return told(contract.CaseFeesEstimated, { ...ids, currency: event.currency, totalCents: event.totalCents });
    case 'decision-accepted': {
      const positive = 'decision' in state && state.decision.decision === 'AUTHORISED';
      const status = positive ? 'POSITIVE_DECISION_ACCEPTED' : 'NEGATIVE_DECISION_ACCEPTED';
      return told(contract.CaseDecisionAccepted, { ...ids, status });
    }
    case 'decision-declined':
      return told(contract.CaseDecisionDeclined, ids);
    case 'decision-unanswered':
      return told(contract.CaseDecisionUnanswered, ids);
    case 'decision-appealed':
      return told(contract.CaseDecisionAppealed, ids);
    case 'decision-appeal-ruled':
      return told(contract.CaseDecisionAppealRuled, { ...ids, ruling: event.ruling });
    case 'statistics-delivered':
      return told(contract.CaseStatisticsDelivered, { ...ids, rows: event.rows.length });
  }
}
