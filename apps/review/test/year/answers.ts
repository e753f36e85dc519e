import { after, endedAt, isLate } from './instants.js';
import type { Life, Matter } from './world.js';

/** What the applicant makes of the decision, in time or not at all. */
export async function* answered(matter: Matter): Life {
  const { status, decision } = await matter.seen();
  if (status === 'POSITIVE_DECISION_ISSUED') yield* acceptance(matter, new Date(decision.at));
  else if (status === 'NEGATIVE_DECISION_ISSUED' && matter.world.chance(40))
    yield* appeal(matter, new Date(decision.at));
}

/** Twenty-eight days; silence counts as withdrawal. */
async function* acceptance(matter: Matter, decided: Date): Life {
  const { world } = matter;
  const due = await matter.runs('ACCEPTANCE', decided, { days: 28 });
  yield world.chance(20) ? after(due) : world.in(1 + world.random.below(22));
  if (isLate(matter, due)) return endedAt(matter, 'WITHDRAWN', due);
  await matter.does('claire', world.chance(85) ? 'decision/acceptance' : 'decision/decline');
}

/** Two months to contest a refusal; somebody else than who decided rules on it. */
async function* appeal(matter: Matter, decided: Date): Life {
  const { world } = matter;
  const due = await matter.runs('APPEAL', decided, { months: 2 });
  yield world.in(3 + world.random.below(40));
  if (isLate(matter, due)) return;
  await matter.does('claire', 'decision/appeal', { grounds: 'The public interest was overlooked.' });
  yield world.in(20 + world.random.below(30));
  const ruling = world.chance(30) ? 'APPROVED' : 'REJECTED';
  if (ruling === 'APPROVED') await matter.findsAllMet('authority-2');
  await matter.does('authority-2', 'decision/appeal/ruling', { ruling, reasons: 'Weighed again.' });
  const { status } = await matter.seen();
  if (status === 'POSITIVE_DECISION_ISSUED') await matter.does('claire', 'decision/acceptance');
}
