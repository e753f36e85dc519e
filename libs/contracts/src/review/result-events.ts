import { eventsOn } from '../event.js';
import { Id, Instant } from '../shapes.js';

const onResult = eventsOn('hub.review.result.v1');
/** The permit whose results they are, and its application. */
const ids = { baseId: Id, applicationId: Id };
const sample = { baseId: 'HDH-2026-000001', applicationId: '0197a3c0-0000-7000-8000-000000000001' };
const due = { ...ids, dueAt: Instant };
const sampleDue = { ...sample, dueAt: '2030-12-09T22:59:59.999Z' };
const dueEvent = <const Name extends string>(type: Name, summary: string) => onResult(type, summary, due, sampleDue);

export const ResultAwaited = dueEvent(
  'review.result.awaited.v1',
  'A permit was issued: its results are to be published, 18 months after its end at the latest.',
);
export const ResultPermitFollowed = dueEvent(
  'review.result.permit-followed.v1',
  'The permit changed its people or its end, and with it who answers for the results, or until when.',
);
export const ResultCompletionDeclared = dueEvent(
  'review.result.completion-declared.v1',
  'The project lead declared the project completed: the time for the results runs.',
);
export const ResultTimeExtended = dueEvent(
  'review.result.time-extended.v1',
  'The hub gave more time for the results, once; the reason stays with the review service.',
);
export const ResultOverdue = dueEvent(
  'review.result.overdue.v1',
  'The time for the results ended and nothing was published.',
);
export const ResultPublished = onResult(
  'review.result.published.v1',
  'The team published its results; the texts are in the public register.',
  ids,
  sample,
);
export const ResultCorrected = onResult(
  'review.result.corrected.v1',
  'The team corrected what it had published; what stood before can still be read.',
  ids,
  sample,
);

export const resultEvents = [
  ResultAwaited,
  ResultPermitFollowed,
  ResultCompletionDeclared,
  ResultTimeExtended,
  ResultOverdue,
  ResultPublished,
  ResultCorrected,
] as const;
