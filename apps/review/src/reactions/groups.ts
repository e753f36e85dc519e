/**
 * Names of consumer groups; never to change once deployed. One group for all that an application says: it is
 * submitted, answered and withdrawn in this order, and so it is read.
 */
export const followApplication = 'review.follow-application';
export const grantPermit = 'review.grant-permit-when-authorised';
export const followWorkspace = 'review.know-delays-until-access';
export const knowHolders = 'review.know-holders';
export const awaitResults = 'review.await-results-of-permit';
export const knowDataUse = 'review.know-data-use';
export const knowConfidential = 'review.know-confidential-summaries';
export const recordItem = 'review.record-item-when-vote-opened';
