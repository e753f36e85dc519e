import { actorId, refuse } from '@hub/decider';
import type { ExpressOpinion } from './case.events.js';
import { slice } from './case.js';

/** A rapporteur files the report; the committee reads it before the vote. */
export const fileReport = slice({
  name: 'file-report',
  by: ['rapporteur'],
  in: ['COMMITTEE_REVIEW'],
  decide({ text, proposal }: { text: string; proposal: ExpressOpinion }, { item }, { actor, now }) {
    const rapporteurId = actorId(actor);
    if (item.vote.status === 'OPEN') return refuse('vote-open');
    if (item.reports.some((report) => report.rapporteurId === rapporteurId)) return refuse('report-filed-already');
    return [{ type: 'report-filed', at: now.toISOString(), rapporteurId, text, proposal }];
  },
});
