import type { HistoryEntry, PermitCode, PermitEvent } from './permit.events.js';
import type { GrantedPermit, Issued } from './permit.js';
import { endOf } from './validity.js';

/** The history with one more entry: every fact gives the permit one of the codes of TEHDAS2 D6.4, table 3. */
export function noted({ history, content }: GrantedPermit, event: PermitEvent): readonly HistoryEntry[] {
  return [...history, entryOf(event, content)];
}

function entryOf(event: PermitEvent, content: GrantedPermit['content']): HistoryEntry {
  switch (event.type) {
    case 'granted':
      return { code: 'GRANTED', ...began(event) };
    case 'team-amended': {
      const { by, reason: reasons, changes } = event;
      return { code: 'AMENDED', ...began(event), ...(by && { by }), reasons, ...(changes && { changes }) };
    }
    case 'change-requested': {
      const { at, by, requestId, justification: reasons, change } = event;
      return { code: `${change.kind}_REQUESTED`, at, by, requestId, reasons };
    }
    case 'change-approved': {
      const { by, requestId, changes, kind } = event;
      return { code: kind === 'RENEWAL' ? 'RENEWED' : 'AMENDED', ...began(event), by, requestId, changes };
    }
    case 'change-rejected': {
      const { at, by, requestId, kind, reasons } = event;
      return { code: `${kind}_REJECTED`, at, by, requestId, reasons };
    }
    case 'revoked':
      return { code: 'REVOKED', at: event.at, ...(event.by && { by: event.by }), reasons: event.reasons };
    case 'revocation-appealed':
      return { code: 'REVOKE_APPEALED', at: event.at, by: event.by, reasons: event.grounds };
    case 'reinstated':
      return { code: 'APPEAL_APPROVED', ...began(event), by: event.by, reasons: event.reasons };
    case 'revocation-upheld':
      return { code: 'APPEAL_REJECTED', at: event.at, by: event.by, reasons: event.reasons };
    case 'expired':
      return { code: 'EXPIRED', at: event.at ?? endOf(content).toISOString() };
  }
}

const began = ({ signed: { document } }: Extract<PermitEvent, { signed: unknown }>) => ({
  at: document.issuedAt,
  version: document.version,
});

/** The code of a permit: the one of the last fact. */
export function codeOf({ history }: GrantedPermit): PermitCode {
  const last = history.at(-1);
  if (!last) throw new Error('a permit was granted');
  return last.code;
}

/** How often a permit was renewed. */
export const renewalsOf = ({ history }: GrantedPermit): number =>
  history.filter(({ code }) => code === 'RENEWED').length;

export interface Effect {
  readonly id: string;
  readonly from: string;
  /** Absent as long as it holds. */
  readonly until?: string;
}

/** From when to when each version held: until the next one, a revocation or the end. */
export function effectsOf({ versions, history }: Issued): Effect[] {
  const ends = history.filter(({ version, code }) => version || code === 'REVOKED' || code === 'EXPIRED');
  return versions.map(({ document: { id, version, issuedAt: from } }) => {
    const place = ends.findIndex((entry) => entry.version === version);
    const until = ends[place + 1]?.at;
    return { id, from, ...(until && { until }) };
  });
}
