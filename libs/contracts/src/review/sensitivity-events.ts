import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const onCase = eventsOn('hub.review.case.v1');
const ids = { caseId: Id, applicationId: Id };
const sample = {
  caseId: '0197a3c0-0000-7000-8000-000000000002',
  applicationId: '0197a3c0-0000-7000-8000-000000000001',
};

export const CaseFlaggedSensitive = onCase(
  'review.case.flagged-sensitive.v1',
  'The case holds what Article 52 protects; ground and reasons stay with the review service.',
  ids,
  sample,
);
export const CaseFlagLifted = onCase(
  'review.case.flag-lifted.v1',
  'The case is sensitive no more; the reasons stay with the review service.',
  ids,
  sample,
);
export const CaseLocked = onCase(
  'review.case.locked.v1',
  'Nothing of the case is downloaded, printed, copied or exported from now on; the reasons stay with the review service.',
  ids,
  sample,
);
export const CaseUnlocked = onCase(
  'review.case.unlocked.v1',
  'What is on the case can be copied again; the reasons stay with the review service.',
  ids,
  sample,
);

export const sensitivityEvents = [CaseFlaggedSensitive, CaseFlagLifted, CaseLocked, CaseUnlocked] as const;
