import type { Happening } from '../case/case.events.js';
import type { Case, Opened } from '../case/case.js';
import { gatheredBy } from '../case/onward.js';
import { standing } from '../finding/finding.js';
import type { DecisionEvent } from './decision.events.js';
import type { AfterDecision } from './decision.states.js';

/** Where a decided case stands: what was decided, and what its procedure lets follow. */
export function decided(state: Opened, { type: _type, clocks = {}, ...decision }: Happening<'decided'>): Case {
  if (state.status !== 'AUTHORITY_REVIEW' && state.status !== 'APPEAL_APPROVED') return state;
  const { acceptance, appeal, outcome } = state.file.procedure.decision;
  // What was found later, on an appeal, is no ground of this decision.
  const findings = standing(state.file.findings);
  const onFindings = findings.length > 0 ? { ...decision, findings } : decision;
  const after = { ...gatheredBy(state), ...appealIn(state), file: { ...state.file, clocks }, decision: onFindings };
  if (decision.decision === 'REFUSED') return { ...after, status: appeal ? 'NEGATIVE_DECISION_ISSUED' : 'DECIDED' };
  if (acceptance) return { ...after, status: 'POSITIVE_DECISION_ISSUED' };
  return { ...after, status: outcome === 'STATISTICS' ? 'STATISTICS_AWAITED' : 'DECIDED' };
}

/** How an answer, an appeal or a delivery changes a decided case. */
export function afterDecision(state: Opened, event: DecisionEvent): Case {
  if (event.type === 'fees-estimated') {
    const { type: _type, ...fees } = event;
    return { ...state, file: { ...state.file, fees } };
  }
  if (!('decision' in state)) return state;
  const { decision } = state;
  const file = { ...state.file, clocks: {} };
  const closed = { ...gatheredBy(state), ...appealIn(state), file, decision };
  switch (event.type) {
    case 'decision-accepted':
      return { ...closed, status: isPositive(state) ? 'POSITIVE_DECISION_ACCEPTED' : 'NEGATIVE_DECISION_ACCEPTED' };
    case 'decision-declined':
      return { ...closed, status: 'POSITIVE_DECISION_REJECTED' };
    case 'decision-unanswered':
      return { ...gatheredBy(state), file, status: 'WITHDRAWN', from: state.status, phase: 'AUTHORITY_REVIEW' };
    case 'decision-appealed': {
      const { at, by, grounds } = event;
      return { ...closed, status: 'NEGATIVE_DECISION_APPEALED', appeal: { at, by, grounds } };
    }
    case 'decision-appeal-ruled': {
      if (!state.appeal) return state;
      const { at, by, ruling, reasons } = event;
      const appeal = { ...state.appeal, ruling: { at, by, ruling, reasons } };
      return { ...closed, status: ruling === 'APPROVED' ? 'APPEAL_APPROVED' : 'APPEAL_REJECTED', appeal };
    }
    case 'statistics-delivered': {
      const { type: _type, ...statistics } = event;
      return { ...closed, status: 'STATISTICS_DELIVERED', statistics };
    }
  }
}

/** An appeal that was won stays on the case. */
const appealIn = (state: Opened) => ('appeal' in state && state.appeal ? { appeal: state.appeal } : {});

const isPositive = (state: AfterDecision) => state.decision.decision === 'AUTHORISED';
