import type { Matter } from './world.js';

const dayMs = 86_400_000;

export const after = (instant: string): Date => new Date(Date.parse(instant) + dayMs);

export const isLate = (matter: Matter, due: string): boolean => matter.world.now.toISOString() > due;

/** Silence had its effect at the very instant, whenever the service came to it. */
export async function endedAt(matter: Matter, status: string, due: string): Promise<void> {
  const seen = await matter.seen();
  const ended = await matter.world.endOfCase(matter.id);
  expect([matter.applicationId, seen.status, ended]).toEqual([matter.applicationId, status, due]);
}
