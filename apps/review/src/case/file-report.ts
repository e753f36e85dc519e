import { actorId, type Context, refuse } from '@hub/decider';
import type { ExpressOpinion } from './case.events.js';
import { slice } from './case.js';
import { type ConflictFacts, declaredElsewhere } from './conflict-facts.js';

/** A rapporteur files the report; the committee reads it before the vote. */
export const fileReport = slice({
  name: 'file-report',
  by: ['rapporteur'],
  in: ['COMMITTEE_REVIEW'],
  offered: ({ item }, actor) =>
    item.vote.status !== 'OPEN' && !item.reports.some(({ rapporteurId }) => rapporteurId === actorId(actor)),
  decide({ text, proposal }: { text: string; proposal: ExpressOpinion }, { item }, facts: Context & ConflictFacts) {
    const rapporteurId = actorId(facts.actor);
    if (item.vote.status === 'OPEN') return refuse('vote-open');
    if (item.reports.some((report) => report.rapporteurId === rapporteurId)) return refuse('report-filed-already');
    const elsewhere = declaredElsewhere(facts.actor, facts);
    return elsewhere ?? [{ type: 'report-filed', at: facts.now.toISOString(), rapporteurId, text, proposal }];
  },
});
