import { addMonths, civilDayAt, isoDay, parseIsoDay } from '@hub/clock';
import { type Actor, actorId, type Context, isRefusal, type Refusal, refuse } from '@hub/decider';
import { amended } from './amendment.js';
import { renewalsOf } from './history.js';
import type { Amendment } from './permit.events.js';
import { type GrantedPermit, slice, standings } from './permit.js';
import type { PermitRefusal } from './permit.refusals.js';
import { type Declared, permitRulesOf } from './rules.js';

/** Of a request that reached the hub by letter: who asked. Only officers write one down for somebody else. */
export interface Asked {
  readonly askedBy?: string | undefined;
}

/** What no amendment can change, as far as it was asked for. */
export const beyondAmendment = ['datasets', 'linkage', 'purposes', 'controller'] as const;

export interface RequestAmendment extends Asked {
  readonly amendment: Amendment;
  readonly justification: string;
  /** Which of `beyondAmendment` the request also touches. */
  readonly beyond: readonly string[];
}

/** The lead asks for other people, dates or minor points; a new dataset, linkage, purpose or controller is a new project. */
export const requestAmendment = slice({
  name: 'request-amendment',
  by: ['lead', 'officer'],
  in: standings,
  decide({ amendment, justification, beyond, askedBy }: RequestAmendment, state, { actor, now, newId }) {
    if (beyond.length > 0) return refuse('needs-new-application', { points: beyond });
    const next = amended(state.content, amendment);
    if (isRefusal(next)) return next;
    const by = asker(state, actor, askedBy);
    if (isRefusal(by)) return by;
    const request = { at: now.toISOString(), by, requestId: newId(), change: amendment, justification };
    return [{ type: 'change-requested', ...request }];
  },
});

export interface RequestRenewal extends Asked {
  readonly months: number;
  readonly justification: string;
}

/** One further period, asked for in time and with reasons (Regulation (EU) 2025/327, art. 68(12)). */
export const requestRenewal = slice({
  name: 'request-renewal',
  by: ['lead', 'officer'],
  in: standings,
  decide({ months, justification, askedBy }: RequestRenewal, state, context: Context & Declared) {
    const { actor, now, newId, procedures } = context;
    const {
      renewals,
      mostMonths: most,
      renewalMonthsBeforeEnd: before,
      zone,
    } = permitRulesOf(state.content, procedures);
    const lastDay = addMonths(parseIsoDay(state.content.validity.until), -before);
    if (renewalsOf(state) >= renewals) return refuse('renewed-already', { renewals });
    if (months > most) return refuse('renewal-too-long', { most });
    if (civilDayAt(now, zone) > lastDay) return refuse('renewal-too-late', { lastDay: isoDay(lastDay) });
    const by = asker(state, actor, askedBy);
    if (isRefusal(by)) return by;
    const change = { kind: 'RENEWAL' as const, months };
    return [{ type: 'change-requested', at: now.toISOString(), by, requestId: newId(), change, justification }];
  },
});

/** Who asks: the caller, or the named person whose letter an officer writes down. */
export function asker(
  { content }: GrantedPermit,
  actor: Actor,
  askedBy: string | undefined,
): string | Refusal<PermitRefusal> {
  const isLead = content.team.some(({ personId, role }) => role === 'lead' && personId === actorId(actor));
  if (isLead) return askedBy && askedBy !== actorId(actor) ? refuse('asked-by-another') : actorId(actor);
  if (!askedBy) return refuse('asked-by-missing');
  return content.team.some(({ personId }) => personId === askedBy)
    ? askedBy
    : refuse('not-in-permit', { persons: [askedBy] });
}
