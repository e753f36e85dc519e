import { amendTeam } from '../../src/permit/amend-team.js';
import { appealRevocation } from '../../src/permit/appeal-revocation.js';
import { requestAmendment, requestRenewal } from '../../src/permit/request-change.js';
import { revoke } from '../../src/permit/revoke.js';
import { ruleOnAppeal } from '../../src/permit/rule-on-appeal.js';
import { approveChange, rejectChange } from '../../src/permit/rule-on-change.js';
import { publishEntry } from '../../src/register/publish-entry.js';
import { declareCompleted, extendResult } from '../../src/results/change-time.js';
import { correctResult, publishResult } from '../../src/results/publish-result.js';
import type { Who } from '../review-under-test.js';
import type { Body, GivenByTwo } from './given-by-two.js';
import { justification, publication, zoe } from './later-standings.js';
import { reasons } from './standings.js';

const officers = ['officer', 'officer-2'] as const;
const authorities = ['authority', 'authority-2'] as const;
/** Whoever revoked does not rule on the appeal. */
const others = ['authority-2', 'authority-3'] as const;
/** The lead asks on the page while an officer writes down the lead's letter. */
const leadAndLetter = ['claire', 'officer'] as const;
const asked = (body: object) => (who: Who) => ({ ...body, ...(who === 'officer' && { askedBy: 'claire' }) });
const ruling = (approves: Who) => (who: Who) => ({ ruling: who === approves ? 'APPROVED' : 'REJECTED', reasons });
const change: Body = (who, { request }) => ({ ...ruling('authority')(who), requestId: request.requestId });
const rejection: Body = (_who, { request }) => ({ ruling: 'REJECTED', reasons, requestId: request.requestId });

export const onPermits: readonly GivenByTwo[] = [
  [amendTeam, officers, 'team', { add: [zoe], reason: reasons }, (at) => at.permit()],
  [requestAmendment, leadAndLetter, 'amendment-requests', asked({ add: [zoe], justification }), (at) => at.permit()],
  [requestRenewal, leadAndLetter, 'renewal-requests', asked({ months: 6, justification }), (at) => at.permit()],
  [approveChange, authorities, 'change-ruling', change, (at) => at.changeAsked()],
  [rejectChange, authorities, 'change-ruling', rejection, (at) => at.changeAsked()],
  [revoke, authorities, 'revocation', { reasons }, (at) => at.permit()],
  [appealRevocation, leadAndLetter, 'appeal', asked({ grounds: 'A mistake.' }), (at) => at.revoked()],
  [ruleOnAppeal, others, 'appeal/ruling', ruling('authority-2'), (at) => at.revocationAppealed()],
];

const texts = (who: Who) => ({
  title: { fr: `Titre de ${who}`, en: `Title by ${who}` },
  summary: { fr: 'Un effet fréquent.', en: 'A common effect.' },
});
const corrected = (reason: Who) => ({ ...publication, links: ['https://example.org/article'], reason });

/** What the public reads of a project: the register's entry, and the results. */
export const onPublicWords: readonly GivenByTwo[] = [
  [publishEntry, officers, 'publication', texts, (at) => at.entry()],
  [declareCompleted, ['claire', 'claire'], 'completion', {}, (at) => at.result()],
  [extendResult, officers, 'result/extension', { reason: reasons }, (at) => at.result()],
  [publishResult, ['claire', 'david'], 'result', publication, (at) => at.result()],
  [correctResult, ['claire', 'david'], 'result/correction', corrected, (at) => at.published()],
];
