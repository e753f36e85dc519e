import { isDeepStrictEqual } from 'node:util';
import { fold } from '@hub/decider';
import type { Answers, AnswerValue } from '../form/form.js';
import {
  type Application,
  type ApplicationEvent,
  application,
  type Basket,
  type Content,
  hasContent,
} from './application.js';

/** What was sent at one time: by submission, or in answer to a request for information. It never changes. */
export interface Submission {
  readonly answers: Answers;
  readonly basket?: Basket;
}

/** An answer, the basket under `dataSources`, or `null` where there was none. */
export type Contents = AnswerValue | Basket;

export interface Change {
  readonly field: string;
  readonly earlier: Contents;
  readonly answer: Contents;
}

/** Answers and basket in one, by field. */
export const contentsOf = ({ answers, basket }: Submission): Readonly<Record<string, Contents>> => ({
  ...answers,
  ...(basket && { dataSources: basket }),
});

export function changesBetween(earlier: Submission, later: Submission): Change[] {
  const [before, after] = [contentsOf(earlier), contentsOf(later)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, earlier: before[field] ?? null, answer: after[field] ?? null }))
    .filter(({ earlier, answer }) => !isDeepStrictEqual(earlier, answer));
}

/** Of every field that changed after it was sent: what was there before its latest change. */
export function earlierAnswers({ submissions, ...now }: Pick<Content, 'submissions' | 'answers' | 'basket'>) {
  const versions = [...submissions, now];
  const changes = versions.slice(1).flatMap((later, index) => changesBetween(versions[index] as Submission, later));
  return Object.fromEntries(changes.map(({ field, earlier }) => [field, earlier]));
}

/** An event with its circumstances, as the journal keeps it. */
export interface Occurred {
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly event: ApplicationEvent;
}

/** Everything that was sent, in order, each beside what it changed. */
export function versionsOf(history: readonly Occurred[]) {
  let state: Application = application.initial;
  let last: Submission | undefined;
  return history.flatMap(({ event, version, at, actor }) => {
    state = fold(application, [event], { state, version: 0 }).state;
    if (!hasContent(state) || (event.type !== 'submitted' && event.type !== 'information-provided')) return [];
    const sent = state.submissions.at(-1) as Submission;
    const changed = last ? changesBetween(last, sent) : [];
    last = sent;
    const cause =
      event.type === 'submitted'
        ? { cause: 'SUBMITTED' }
        : { cause: 'INFORMATION_PROVIDED', requestId: event.requestId };
    return [{ number: state.submissions.length, version, at, by: actor, ...cause, ...sent, changed }];
  });
}
