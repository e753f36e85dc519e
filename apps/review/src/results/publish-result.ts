import { civilDayAt, isoDay } from '@hub/clock';
import { firstRefusal, refuse } from '@hub/decider';
import { tooLong } from '../register/plain-words.js';
import { type Publication, slice } from './result.js';
import type { ResultRefusal } from './result.refusals.js';

/** The team publishes what it found. */
export const publishResult = slice({
  name: 'publish-result',
  by: ['lead', 'member'],
  in: ['AWAITED'],
  decide: (publication: Publication, _state, { now }) =>
    unfit(publication, now) ?? [{ type: 'published', at: now.toISOString(), publication }],
});

export interface CorrectResult extends Publication {
  readonly reason: string;
}

/** What was published before stays to be read, beside what replaced it and why. */
export const correctResult = slice({
  name: 'correct-result',
  by: ['lead', 'member'],
  in: ['PUBLISHED'],
  decide({ reason, ...publication }: CorrectResult, { publications }, { now }) {
    const { at: _at, reason: _reason, ...before } = publications.at(-1) ?? { at: '' };
    const refused = unfit(publication, now);
    if (refused) return refused;
    if (textOf(publication) === textOf(before as Publication)) return refuse('same-publication');
    return [{ type: 'corrected', at: now.toISOString(), reason, publication }];
  },
});

const textOf = ({ title, summary, links, publishedOn }: Publication): string =>
  JSON.stringify([title.fr, title.en, summary.fr, summary.en, links, publishedOn]);

const unfit = ({ summary, publishedOn }: Publication, now: Date) =>
  firstRefusal<ResultRefusal>(
    tooLong('summary', summary),
    publishedOn > isoDay(civilDayAt(now, 'Europe/Paris')) ? refuse('published-in-future') : undefined,
  );
