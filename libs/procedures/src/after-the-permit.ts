import type { Limit } from '@hub/clock';
import { european } from './parts.js';
import type { Party, Silence } from './procedure.js';

/** A limit that runs after the decision, outside the case. */
export interface LaterLimit {
  readonly limit: Limit;
  readonly party: Party;
  readonly onSilence: Silence;
  readonly law: string;
}

const later = (limit: Limit, party: Party, law: string): LaterLimit => ({ limit, party, onSilence: 'OVERDUE', law });

/** Regulation (EU) 2025/327; defaults that the hub's policy may change. */
export const afterThePermit = {
  holderDelivers: later(european({ months: 3 }, { length: { months: 3 }, atMost: 1 }), 'holder', 'art. 60(2)'),
  dataAvailable: later(european({ months: 2 }), 'platform', 'art. 68(7)'),
  workspacePurged: later(european({ months: 6 }), 'platform', 'art. 68(12)'),
  // Policy: the Regulation lets the body extend and does not say by how much.
  resultsPublished: later(european({ months: 18 }, { length: { months: 6 }, atMost: 1 }), 'applicant', 'art. 61(4)'),
  viewsOnAllegedBreach: later(european({ weeks: 4 }), 'applicant', 'art. 63(2)'),
} as const;
