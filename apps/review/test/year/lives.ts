import { grounds, type Who } from '../review-under-test.js';
import { answered } from './answers.js';
import { after, endedAt, isLate } from './instants.js';
import { lengths, longer, urgentOpinion } from './ledger.js';
import type { Life, Matter } from './world.js';

const express = [
  'FAVOURABLE',
  'FAVOURABLE',
  'FAVOURABLE',
  'FAVOURABLE_WITH_RECOMMENDATIONS',
  'RESERVED',
  'UNFAVOURABLE',
];
/** A part of a life: yields like one, and answers whether the matter goes on. */
type Part = AsyncGenerator<Date, boolean>;

/** From the submission to whatever end the case finds. */
export async function* life(matter: Matter): Life {
  const { ledger, world } = matter;
  await matter.submit();
  ledger.turn('hub', world.now);
  const goesOn =
    (yield* screened(matter)) &&
    (matter.procedure !== 'EU_TRUSTED_HOLDER' || (yield* assessed(matter))) &&
    (matter.procedure !== 'FR_AUTHORISATION' || (yield* opined(matter))) &&
    (yield* decided(matter));
  if (goesOn) yield* answered(matter);
  else ledger.end(world.now);
}

/** Pre-screening: the hub in time or late, one request for information at most, a withdrawal now and then. */
async function* screened(matter: Matter): Part {
  const { world, ledger, procedure } = matter;
  const forward = lengths[procedure]?.FORWARD_TO_COMMITTEE;
  let due = forward && (await matter.runs('FORWARD_TO_COMMITTEE', world.now, forward));
  if (world.chance(5)) {
    yield world.in(2);
    await matter.withdraw();
    return false;
  }
  yield world.in(1 + world.random.below(6));
  if (world.chance(30)) {
    if (!(yield* informed(matter, 'officer'))) return false;
    ledger.turn('hub', world.now);
    due = forward && (await matter.runs('FORWARD_TO_COMMITTEE', world.now, forward));
  }
  yield world.in(1 + world.random.below(10));
  await overdueShows(matter, 'FORWARD_TO_COMMITTEE', due);
  const urgent = procedure === 'FR_AUTHORISATION' && world.chance(10);
  await matter.does('officer', 'completeness', urgent ? { urgent } : {});
  const { status } = await matter.seen();
  if (status === 'REGISTERED') ledger.end(world.now);
  return status !== 'REGISTERED';
}

/** A request for information: answered in time, or the applicant stays silent. */
async function* informed(matter: Matter, who: Who): Part {
  const { world, ledger, procedure } = matter;
  const part = who === 'authority' ? 'decision/information-requests' : 'information-requests';
  await matter.does(who, part, { remarks: [{ field: 'purpose.aim', remark: 'For whom?' }] });
  ledger.turn('applicant', world.now);
  const due = await matter.runs('INFORMATION', world.now, lengths[procedure]?.INFORMATION);
  const { informationRequests } = await matter.seen();
  yield world.chance(15) ? after(due) : world.in(2 + world.random.below(22));
  if (isLate(matter, due)) {
    await endedAt(matter, 'REJECTED_INCOMPLETE', due);
    ledger.end(due);
    return false;
  }
  await matter.answer(informationRequests.at(-1).requestId);
  return true;
}

/** The committee: an opinion, or the tacit one when its month is over. */
async function* opined(matter: Matter): Part {
  const { world, ledger, procedure } = matter;
  ledger.turn('committee', world.now);
  const began = world.now;
  const { urgent } = await matter.seen();
  const length = urgent ? urgentOpinion : lengths[procedure]?.COMMITTEE_OPINION;
  let due = await matter.runs('COMMITTEE_OPINION', began, length);
  await matter.does('president', 'interests', { interest: false });
  if (!urgent && world.chance(12)) {
    yield world.in(20);
    await matter.does('president', 'opinion/extension', { reason: 'An expert is heard.' });
    due = await matter.runs('COMMITTEE_OPINION', began, { months: 2 });
  }
  yield world.chance(25) ? after(due) : world.in(8 + world.random.below(12));
  if (isLate(matter, due)) {
    const { status, opinion } = await matter.seen();
    expect([matter.applicationId, status, opinion.opinion, opinion.at]).toEqual([
      ...[matter.applicationId, 'APPLICANT_CHOICE', 'TACIT_FAVOURABLE', due],
    ]);
  } else await deliberated(matter);
  ledger.turn('applicant', isLate(matter, due) ? due : world.now);
  yield world.in(1 + world.random.below(20));
  if (world.chance(6)) {
    await matter.withdraw();
    return false;
  }
  await matter.does('claire', 'authority');
  return true;
}

async function deliberated(matter: Matter): Promise<void> {
  const { world } = matter;
  const rapporteurs = world.leastBusy(2);
  const present = ['president', ...rapporteurs] as Who[];
  for (const who of rapporteurs) await matter.does(who, 'interests', { interest: false });
  await matter.does('president', 'rapporteurs', { rapporteurs });
  for (const who of rapporteurs) await matter.does(who, 'reports', { text: 'Read.', proposal: 'FAVOURABLE' });
  await matter.does('president', 'vote', { present });
  const vote = world.random.pick(express);
  for (const who of present) await matter.does(who, 'votes', { vote });
  await matter.does('president', 'opinion', { grounds, recommendations: 'Fewer columns.' });
  expect((await matter.seen()).opinion.opinion).toBe(vote);
}

/** A trusted holder proposes, sometimes late: nothing follows from that but a flag. */
async function* assessed(matter: Matter): Part {
  const { world, ledger, procedure } = matter;
  ledger.turn('holder', world.now);
  const due = await matter.runs('HOLDER_ASSESSMENT', world.now, lengths[procedure]?.HOLDER_ASSESSMENT);
  yield world.in(20 + world.random.below(60));
  await overdueShows(matter, 'HOLDER_ASSESSMENT', due);
  await matter.does('holder', 'proposals', { proposal: 'GRANT', reasons: 'Ready to deliver.' });
  return true;
}

/** The authority: its decision, in France also its silence; elsewhere delay is only shown. */
async function* decided(matter: Matter): Part {
  const { world, ledger, procedure } = matter;
  ledger.turn('authority', world.now);
  const began = world.now;
  const length = lengths[procedure]?.AUTHORITY_DECISION;
  let due = await matter.runs('AUTHORITY_DECISION', began, length);
  const french = procedure === 'FR_AUTHORISATION';
  const months = length && 'months' in length ? length.months : 0;
  const more = longer[procedure];
  if (more && world.chance(12)) {
    yield world.in(30);
    await matter.does('authority', 'decision/renewal', { reason: 'A complex matter.' });
    due = await matter.runs('AUTHORITY_DECISION', began, { months: months + more });
  } else if (!french && world.chance(20)) {
    yield world.in(15);
    const from = world.now.getTime();
    if (!(yield* informed(matter, 'authority'))) return false;
    ledger.turn('authority', world.now);
    due = await matter.runs('AUTHORITY_DECISION', began, length, [{ from, to: world.now.getTime() }]);
  }
  yield world.chance(15) ? after(due) : world.in(10 + world.random.below(40));
  if (french && isLate(matter, due)) {
    const { status, opinion, decision } = await matter.seen();
    const expressly = opinion.opinion.startsWith('FAVOURABLE');
    expect([matter.applicationId, status, decision.decision, decision.tacit, decision.at]).toEqual([
      matter.applicationId,
      ...(expressly ? ['DECIDED', 'AUTHORISED'] : ['NEGATIVE_DECISION_ISSUED', 'REFUSED']),
      ...[true, due],
    ]);
    ledger.end(due);
    return true;
  }
  await overdueShows(matter, 'AUTHORITY_DECISION', due);
  const decision = world.chance(80) ? 'AUTHORISED' : 'REFUSED';
  const reasons = 'Purpose and safeguards weighed.';
  const onProposal = procedure === 'EU_TRUSTED_HOLDER' && {
    followedProposal: decision === 'AUTHORISED',
    reasonsOnProposal: 'As weighed.',
  };
  if (decision === 'AUTHORISED') await matter.findsAllMet('authority');
  await matter.does('authority', 'decision', { decision, reasons, ...onProposal });
  ledger.end(world.now);
  return true;
}

async function overdueShows(matter: Matter, clock: string, due: string | undefined): Promise<void> {
  if (!due) return;
  const { clocks } = await matter.seen();
  const shown = clocks.find(({ name }: { name: string }) => name === clock);
  expect([matter.applicationId, clock, shown.overdue]).toEqual([matter.applicationId, clock, isLate(matter, due)]);
}
