import type { Context } from '@hub/decider';
import { firstRefusal, refuse } from '@hub/decider';
import type { AgendaFacts, CaseForAgenda } from './agenda-facts.js';
import { type AgendaItem, slice } from './session.js';
import type { SessionRefusal } from './session.refusals.js';

export interface OnCase {
  readonly caseId: string;
}

/** A case whose reports are filed comes on the agenda. */
export const addItem = slice({
  name: 'add-item',
  by: ['president', 'secretary'],
  in: ['PLANNED', 'OPEN'],
  decide: ({ caseId }: OnCase, { agenda }, { cases }: Context & AgendaFacts) =>
    firstRefusal<SessionRefusal>(
      isHidden(caseId, cases),
      isNotBeforeTheCommittee(cases[caseId]),
      isOnAgenda(caseId, agenda),
      cases[caseId]?.reported ? undefined : refuse('reports-missing-for-agenda'),
    ) ?? [{ type: 'item-added', caseId, admitted: false }],
});

/** The president admits a case whose reports are not all filed: they can still come before the vote. */
export const admitItem = slice({
  name: 'admit-item',
  by: ['president'],
  in: ['PLANNED', 'OPEN'],
  decide: ({ caseId }: OnCase, { agenda }, { cases }: Context & AgendaFacts) =>
    firstRefusal<SessionRefusal>(
      isHidden(caseId, cases),
      isNotBeforeTheCommittee(cases[caseId]),
      isOnAgenda(caseId, agenda),
    ) ?? [{ type: 'item-added', caseId, admitted: true }],
});

export const removeItem = slice({
  name: 'remove-item',
  by: ['president', 'secretary'],
  in: ['PLANNED', 'OPEN'],
  decide: ({ caseId }: OnCase, state, { cases }: Context & AgendaFacts) =>
    firstRefusal<SessionRefusal>(
      isHidden(caseId, cases),
      isNotOnAgenda(caseId, state.agenda),
      state.status === 'OPEN' && state.opened[caseId] ? refuse('item-opened-already') : undefined,
    ) ?? [{ type: 'item-removed', caseId }],
});

/** Also to the secretary or president who has an interest in it: it does not exist. */
export const isHidden = (caseId: string, cases: AgendaFacts['cases']) =>
  cases[caseId] ? undefined : refuse('no-such-case', { caseId });

export const isNotOnAgenda = (id: string, agenda: readonly AgendaItem[]) =>
  agenda.some(({ caseId }) => caseId === id) ? undefined : refuse('not-on-agenda');

const isOnAgenda = (id: string, agenda: readonly AgendaItem[]) =>
  agenda.some(({ caseId }) => caseId === id) ? refuse('on-agenda-already') : undefined;

const isNotBeforeTheCommittee = (known: CaseForAgenda | undefined) =>
  known?.status === 'COMMITTEE_REVIEW' ? undefined : refuse('case-not-before-committee', { status: known?.status });
