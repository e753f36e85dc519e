const dayMs = 24 * 3600 * 1000;

/** How long a draft may lie idle, and how long before its end its people are told. The hub's own policy. */
export interface DraftPolicy {
  readonly idleDays: number;
  readonly noticeDays: number;
}

/** A draft that was last changed before this instant is due for its notice. */
export const noticeDue = ({ idleDays, noticeDays }: DraftPolicy, now: Date): Date =>
  new Date(now.getTime() - (idleDays - noticeDays) * dayMs);

/** The end of an idle draft. A notice that comes late, because the service was down, still leaves the whole time to act. */
export const expiryOf = ({ idleDays, noticeDays }: DraftPolicy, lastChange: Date, now: Date): string =>
  new Date(Math.max(lastChange.getTime() + idleDays * dayMs, now.getTime() + noticeDays * dayMs)).toISOString();
