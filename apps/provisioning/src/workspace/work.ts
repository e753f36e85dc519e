/** What members do in a workspace. */
import { type Refusal, refuse } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';
import { type Permission, slice } from './workspace.js';

/**
 * Asked before a query runs and again before its result is shown: whoever lost access in between
 * sees nothing. It leaves no event in the workspace: the query has its own.
 */
export const work = slice({
  name: 'work',
  by: ['member'],
  in: ['ACTIVE'],
  decide: (_command: object, state, { now }) => permitIsValid(state.permission, now) ?? [],
});

export interface SaveChart {
  readonly chartId: string;
  readonly specSha256: string;
  readonly dataSha256: string;
}

export const saveChart = slice({
  name: 'save-chart',
  by: ['member'],
  in: ['ACTIVE'],
  decide({ chartId, specSha256, dataSha256 }: SaveChart, state, { now, actor }) {
    const refusal = permitIsValid(state.permission, now);
    const personId = actor.kind === 'person' ? actor.id : '';
    return refusal ?? [{ type: 'chart-saved', chartId, personId, specSha256, dataSha256 }];
  },
});

/** Days are civil days of the authority that signed the permit. */
function permitIsValid({ validFrom, validUntil }: Permission, now: Date): Refusal<RefusalCode> | undefined {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now);
  return today < validFrom || today > validUntil
    ? refuse('permit-not-valid-now', { validFrom, validUntil })
    : undefined;
}
