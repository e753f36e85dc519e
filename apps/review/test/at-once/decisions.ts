import { authorise, refuseAuthorisation } from '../../src/case/decide.js';
import { renewAuthorityTime } from '../../src/case/extend-time.js';
import { requestInformationForDecision } from '../../src/case/request-information.js';
import { acceptDecision, declineDecision } from '../../src/decision/answer-decision.js';
import { appealDecision, ruleOnDecisionAppeal } from '../../src/decision/appeal-decision.js';
import { deliverStatistics } from '../../src/decision/deliver-statistics.js';
import type { Who } from '../review-under-test.js';
import type { GivenByTwo } from './given-by-two.js';
import { reasons, remarks } from './standings.js';

const authorities = ['authority', 'authority-2'] as const;
/** Whoever refused does not rule on the appeal. */
const others = ['authority-2', 'authority-3'] as const;

const grantedOrRefused = (who: Who) => ({ decision: who === 'authority' ? 'AUTHORISED' : 'REFUSED', reasons });
const wonOrLost = (who: Who) => ({ ruling: who === 'authority-2' ? 'APPROVED' : 'REJECTED', reasons });
const statistics = { reference: 'S-1', countColumn: 'persons', rows: [{ region: 'BRE', persons: 120 }] };

/** On a case that lies before the authority, and on what was decided there. */
export const onDecisions: readonly GivenByTwo[] = [
  [requestInformationForDecision, authorities, 'decision/information-requests', { remarks }, (at) => at.authority()],
  [renewAuthorityTime, authorities, 'decision/renewal', { reason: reasons }, (at) => at.authority()],
  [authorise, authorities, 'decision', grantedOrRefused, (at) => at.authority()],
  [refuseAuthorisation, authorities, 'decision', { decision: 'REFUSED', reasons }, (at) => at.authority()],
  [acceptDecision, ['claire', 'claire'], 'decision/acceptance', {}, (at) => at.granted()],
  [declineDecision, ['claire', 'claire'], 'decision/decline', {}, (at) => at.granted()],
  [appealDecision, ['claire', 'officer'], 'decision/appeal', { grounds: 'A mistake.' }, (at) => at.refused()],
  [ruleOnDecisionAppeal, others, 'decision/appeal/ruling', wonOrLost, (at) => at.appealed()],
  [deliverStatistics, ['officer', 'officer-2'], 'statistics', statistics, (at) => at.statistics()],
];
