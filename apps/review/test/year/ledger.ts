import type { ClockName, Party } from '@hub/procedures';
import { slowly } from '@hub/testkit';

export const parties: readonly Party[] = ['applicant', 'hub', 'committee', 'holder', 'authority'];
const dayMs = 86_400_000;

type Length = Parameters<typeof slowly.endOf>[1];

/**
 * The limits as the texts have them, written out a second time: nothing here comes from the declarations.
 * Source: procedures.md, clocks.
 */
export const lengths: Readonly<Record<string, Readonly<Partial<Record<ClockName, Length>>>>> = {
  FR_AUTHORISATION: {
    FORWARD_TO_COMMITTEE: { workingDays: 7 },
    INFORMATION: { weeks: 4 },
    COMMITTEE_OPINION: { months: 1 },
    AUTHORITY_DECISION: { months: 2 },
  },
  FR_MR004: { FORWARD_TO_COMMITTEE: { workingDays: 7 }, INFORMATION: { weeks: 4 } },
  EU_ACCESS: { INFORMATION: { weeks: 4 }, AUTHORITY_DECISION: { months: 3 } },
  EU_ACCELERATED: { INFORMATION: { weeks: 4 }, AUTHORITY_DECISION: { months: 2 } },
  EU_DATA_REQUEST: { INFORMATION: { weeks: 4 }, AUTHORITY_DECISION: { months: 3 } },
  EU_TRUSTED_HOLDER: {
    INFORMATION: { weeks: 4 },
    HOLDER_ASSESSMENT: { months: 2 },
    AUTHORITY_DECISION: { months: 2 },
  },
};

/** How much longer a limit becomes when it is extended: months on top of its own. */
export const longer: Readonly<Record<string, number>> = {
  FR_AUTHORISATION: 2,
  EU_ACCESS: 3,
  EU_ACCELERATED: 1,
};

export const urgentOpinion: Length = { days: 15 };

/** When a limit that began at `start` ends, by the slow count. */
export const endOf = (start: Date, length: Length | undefined, pauses: { from: number; to: number }[] = []): string => {
  if (!length) throw new Error('the texts have no such limit');
  return slowly.endOf(start.getTime(), length, { rolls: true, pauses });
};

/** Whose time passed when, as the parties themselves would have noted it. */
export class Ledger {
  private readonly spans: { readonly party: Party; readonly from: number; to?: number }[] = [];

  constructor(readonly procedure: string) {}

  /** From now on it is this party's turn. */
  turn(party: Party, at: Date | string): void {
    this.end(at);
    this.spans.push({ party, from: new Date(at).getTime() });
  }

  end(at: Date | string): void {
    const last = this.spans.at(-1);
    if (last && last.to === undefined) last.to = new Date(at).getTime();
  }

  /** Milliseconds of a party, or of all. */
  spent(party?: Party): number {
    return this.spans
      .filter((span) => party === undefined || span.party === party)
      .reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0);
  }
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
};
const days = (ms: number) => (ms / dayMs).toFixed(0).padStart(4);

/** Median and 90th percentile in days, by procedure and party. */
export function delaysOf(ledgers: readonly Ledger[]): string {
  const procedures = [...new Set(ledgers.map(({ procedure }) => procedure))].sort();
  const lines = procedures.map((procedure) => {
    const own = ledgers.filter((ledger) => ledger.procedure === procedure);
    const cells = [undefined, ...parties].map((party) => {
      const values = own.map((ledger) => ledger.spent(party));
      return `${days(quantile(values, 0.5))}/${days(quantile(values, 0.9))}`;
    });
    return [procedure.padEnd(20), String(own.length).padStart(4), ...cells].join('  ');
  });
  const head = ['procedure'.padEnd(20), '   n', 'gross    ', ...parties.map((party) => party.padEnd(9))].join('  ');
  return [`days, median/90th percentile`, head, ...lines].join('\n');
}
