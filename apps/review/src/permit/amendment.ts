import { parseIsoDay } from '@hub/clock';
import type { TeamMember } from '@hub/contracts';
import { firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { PermitContent } from './document.js';
import type { Amendment, ChangedItem } from './permit.events.js';
import type { PermitRefusal } from './permit.refusals.js';

/** The content after an amendment, or why it cannot be amended so. */
export function amended(content: PermitContent, amendment: Amendment): PermitContent | Refusal<PermitRefusal> {
  const { add, remove, validity = content.validity, tools, points } = amendment;
  const named = content.team.map(({ personId }) => personId);
  const team = [...content.team.filter(({ personId }) => !remove.includes(personId)), ...add];
  const unknown = remove.filter((id) => !named.includes(id));
  const refusal = firstRefusal<PermitRefusal>(
    changesNothing(amendment) ? refuse('nothing-to-amend') : undefined,
    unknown.length > 0 ? refuse('not-in-permit', { persons: unknown }) : undefined,
    nobodyTwice(team),
    oneLead(team),
    withinValidity(content, validity),
  );
  if (refusal) return refusal;
  return {
    ...content,
    team,
    validity,
    ...(tools && { tools }),
    ...(points?.length && { points: [...(content.points ?? []), ...points] }),
  };
}

/** Each thing that the later content says otherwise. */
export function itemsBetween(before: PermitContent, after: PermitContent): ChangedItem[] {
  const names = ({ team }: PermitContent) => team.map(({ personId, role }) => `${personId} (${role})`);
  const [were, are] = [names(before), names(after)];
  const tools = ({ tools: list = [] }: PermitContent) => list.join(', ');
  const dates: ChangedItem[] = [
    { item: 'valid-from', before: before.validity.from, after: after.validity.from },
    { item: 'valid-until', before: before.validity.until, after: after.validity.until },
    { item: 'tools', before: tools(before), after: tools(after) },
  ];
  return [
    ...are.filter((name) => !were.includes(name)).map((name) => ({ item: 'person-added' as const, after: name })),
    ...were.filter((name) => !are.includes(name)).map((name) => ({ item: 'person-removed' as const, before: name })),
    ...dates.filter((one) => one.before !== one.after),
    ...(after.points ?? []).slice(before.points?.length ?? 0).map((after) => ({ item: 'point' as const, after })),
  ];
}

const changesNothing = ({ add, remove, validity, tools, points = [] }: Amendment) =>
  add.length + remove.length + points.length === 0 && !validity && !tools;

function nobodyTwice(team: readonly TeamMember[]): Refusal<'already-in-permit'> | undefined {
  const ids = team.map(({ personId }) => personId);
  const doubles = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return doubles.length > 0 ? refuse('already-in-permit', { persons: doubles }) : undefined;
}

function oneLead(team: readonly TeamMember[]): Refusal<'exactly-one-lead'> | undefined {
  const leads = team.filter(({ role }) => role === 'lead').length;
  return leads === 1 ? undefined : refuse('exactly-one-lead', { leads });
}

/** Longer than permitted is a renewal, not an amendment. */
function withinValidity(
  { validity }: PermitContent,
  { from, until }: PermitContent['validity'],
): Refusal<'outside-validity'> | undefined {
  const within = parseIsoDay(from) >= parseIsoDay(validity.from) && parseIsoDay(until) <= parseIsoDay(validity.until);
  return within && parseIsoDay(from) <= parseIsoDay(until)
    ? undefined
    : refuse('outside-validity', { from: validity.from, until: validity.until });
}
