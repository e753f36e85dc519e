import { civilDayAt, isoDay } from '@hub/clock';

/** The offices' zone: mandates, digests and dates in letters go by it. */
export const zone = 'Europe/Paris';

/** The civil day of the offices, `2026-01-31`. */
export const dayOf = (at: Date): string => isoDay(civilDayAt(at, zone));
