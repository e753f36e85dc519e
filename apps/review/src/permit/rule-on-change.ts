import { addMonths, isoDay, parseIsoDay } from '@hub/clock';
import { actorId, type Context, isRefusal, type Refusal, refuse } from '@hub/decider';
import { amended, itemsBetween } from './amendment.js';
import type { PermitContent } from './document.js';
import { nextVersion } from './next-version.js';
import type { Change } from './permit.events.js';
import { asked, type Sealing, slice } from './permit.js';
import type { PermitRefusal } from './permit.refusals.js';
import { endOf } from './validity.js';

export interface ApproveChange {
  readonly requestId: string;
}

/** The authority grants what was asked for: a new signed version, which takes effect at once. */
export const approveChange = slice({
  name: 'approve-change',
  by: ['authority'],
  in: asked,
  decide({ requestId }: ApproveChange, state, { actor, now, ...sealing }: Context & Sealing) {
    const { request } = state;
    if (requestId !== request.requestId) return refuse('another-request', { requestId: request.requestId });
    // After the last day the permit has expired in law, even in the seconds before the worker records it.
    if (now > endOf(state.content)) return refuse('validity-over', { validUntil: state.content.validity.until });
    const content = after(state.content, request.change);
    if (isRefusal(content)) return content;
    const changes = itemsBetween(state.content, content);
    const ruling = { at: now.toISOString(), by: actorId(actor), requestId, kind: request.change.kind, changes };
    return [{ type: 'change-approved', ...ruling, ...nextVersion(state, content, { now, ...sealing }) }];
  },
});

export interface RejectChange {
  readonly requestId: string;
  readonly reasons: string;
}

/** The authority refuses the change, with reasons; the version in force stays. */
export const rejectChange = slice({
  name: 'reject-change',
  by: ['authority'],
  in: asked,
  decide({ requestId, reasons }: RejectChange, { request }, { actor, now }) {
    if (requestId !== request.requestId) return refuse('another-request', { requestId: request.requestId });
    const { kind } = request.change;
    return [{ type: 'change-rejected', at: now.toISOString(), by: actorId(actor), requestId, kind, reasons }];
  },
});

/** The people may have changed since the request: it is applied to what the permit says now. */
function after(content: PermitContent, change: Change): PermitContent | Refusal<PermitRefusal> {
  if (change.kind === 'AMENDMENT') return amended(content, change);
  const { from, until } = content.validity;
  return { ...content, validity: { from, until: isoDay(addMonths(parseIsoDay(until), change.months)) } };
}
