import type { Party } from '@hub/procedures';
import type { CaseEvent } from '../case/case.events.js';
import { complete, opened, opinion, scope, seized, team } from '../case/case.fixture.js';

/** Histories of cases with a ledger kept while they are made: whoever had the case when time passed is charged. */

export interface History {
  readonly events: readonly CaseEvent[];
  /** Milliseconds per party, as charged while the history was made. */
  readonly ledger: ReadonlyMap<Party, number>;
  readonly receivedAt: number;
  /** Absent while the case is open. */
  readonly closedAt?: number;
  readonly outcome?: string;
}

/** Mulberry32: a small generator with a seed, so that a failure comes again. */
export function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Maker {
  readonly events: CaseEvent[] = [];
  readonly ledger = new Map<Party, number>();
  holder: Party | null = 'hub';
  readonly receivedAt: number;

  constructor(
    private readonly random: () => number,
    public now: number,
  ) {
    this.receivedAt = now;
    this.events.push({ ...opened, at: this.iso() } as CaseEvent);
  }

  iso = () => new Date(this.now).toISOString();
  chance = (share: number) => this.random() < share;

  /** Between a minute and forty days go by, at the cost of whoever has the case. */
  wait(): void {
    const ms = Math.floor(60_000 + this.random() * 40 * 86_400_000);
    if (this.holder) this.ledger.set(this.holder, (this.ledger.get(this.holder) ?? 0) + ms);
    this.now += ms;
  }

  happens(event: CaseEvent, holder: Party | null): void {
    this.events.push({ ...event, ...('at' in event && { at: this.iso() }) } as CaseEvent);
    this.holder = holder;
  }

  /** A request for information and its answer; false where the applicant stays silent and the case ends. */
  asked(back: Party): boolean {
    const at = this.iso();
    this.happens({ type: 'information-requested', at, requestId: at, remarks: [], dueAt: at, clocks: {} }, 'applicant');
    this.wait();
    if (this.chance(0.1)) {
      this.happens({ type: 'rejected-incomplete', at, silent: true }, null);
      return false;
    }
    this.happens({ type: 'information-received', at, requestId: at, team, scope, clocks: {} }, back);
    this.wait();
    return true;
  }
}

export function historyFrom(seed: number): History {
  const random = randomFrom(seed);
  const maker = new Maker(random, Date.parse('2026-01-05T08:00:00.000Z') + Math.floor(random() * 40) * 86_400_000);
  const outcome = walk(maker);
  const { events, ledger, receivedAt, now } = maker;
  return { events, ledger, receivedAt, ...(outcome && { closedAt: now, outcome }) };
}

/** From reception to an end, with detours; nothing where the case is still open when we look. */
function walk(maker: Maker): string | undefined {
  const at = maker.iso();
  maker.wait();
  if (maker.chance(0.4) && !maker.asked('hub')) return 'REJECTED_INCOMPLETE';
  if (maker.chance(0.1)) {
    maker.happens({ type: 'closed-by-withdrawal', at }, null);
    return 'WITHDRAWN';
  }
  maker.happens(complete, 'committee');
  maker.wait();
  // No turn changes hands with these.
  maker.happens({ type: 'officer-assigned', officerId: 'officer' }, 'committee');
  maker.wait();
  if (maker.chance(0.3) && !maker.asked('committee')) return 'REJECTED_INCOMPLETE';
  maker.happens(opinion('FAVOURABLE'), 'applicant');
  maker.wait();
  if (maker.chance(0.15)) return undefined;
  maker.happens(seized, 'authority');
  maker.wait();
  const decision = maker.chance(0.7) ? 'AUTHORISED' : 'REFUSED';
  maker.happens({ type: 'decided', at, decision, tacit: false, conditions: [] }, null);
  return decision;
}
