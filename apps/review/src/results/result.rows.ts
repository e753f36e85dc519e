import type { ViewChange, ViewInput } from '@hub/event-store';
import { deadlineChanges } from '../clocks/deadline-rows.js';
import type { Happening } from '../register/kind.js';
import { historyRow } from '../register/register.rows.js';
import { type Begun, type Result, type ResultEvent, resultDue } from './result.js';

export const resultClock = 'RESULTS_PUBLISHED';

/** The results in the register, what happened to them, and the end that the worker waits for. */
export function rowsOf({ id, before, state, version, events, at }: ViewInput<Result, ResultEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  return [
    entryRow(state, at),
    ...events.flatMap((event, index) => {
      const what = happened[event.type];
      const place = { origin: 'result', version: version - events.length + 1 + index, at: at.toISOString() } as const;
      return what ? [historyRow(state.applicationId, { ...place, what })] : [];
    }),
    ...deadlineChanges('result', id, awaited(before), awaited(state), at),
  ];
}

const happened: Readonly<Partial<Record<ResultEvent['type'], Happening>>> = {
  'completion-declared': 'PROJECT_COMPLETED',
  'time-extended': 'RESULT_TIME_EXTENDED',
  overdue: 'RESULT_OVERDUE',
  published: 'RESULT_PUBLISHED',
  corrected: 'RESULT_CORRECTED',
};

const awaited = (state: Result) =>
  state.status === 'AWAITED' && state.overdueSince === undefined
    ? [{ name: resultClock, dueAt: resultDue(state) }]
    : [];

function entryRow(state: Begun, at: Date): ViewChange {
  const publications = state.status === 'PUBLISHED' ? state.publications : [];
  const [first, last] = [publications[0], publications.at(-1)];
  return {
    text: `UPDATE register_entry SET result_status = $2, result_due_at = $3, result_published_at = $4, result_title_fr = $5,
        result_title_en = $6, result_summary_fr = $7, result_summary_en = $8, result_links = $9, changed_at = $10
      WHERE id = $1`,
    values: [
      ...[state.applicationId, state.status === 'PUBLISHED' ? 'PUBLISHED' : 'DUE', resultDue(state), first?.at ?? null],
      ...[last?.title.fr ?? null, last?.title.en ?? null, last?.summary.fr ?? null, last?.summary.en ?? null],
      ...[last?.links ?? null, at.toISOString()],
    ],
  };
}
