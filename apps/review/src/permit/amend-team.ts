import type { TeamMember } from '@hub/contracts';
import { type Context, firstRefusal, type Refusal, refuse } from '@hub/decider';
import { documentOf } from './document.js';
import { type Sealing, slice } from './permit.js';
import type { PermitRefusal } from './permit.refusals.js';

export interface AmendTeam {
  readonly add: readonly TeamMember[];
  /** Ids of persons. */
  readonly remove: readonly string[];
  readonly reason: string;
}

/** People come and go by amendment: a new signed version; a person who leaves it loses access at once. */
export const amendTeam = slice({
  name: 'amend-team',
  by: ['officer'],
  in: ['GRANTED'],
  decide({ add, remove, reason }: AmendTeam, { baseId, content, versions }, { now, seal }: Context & Sealing) {
    const named = content.team.map(({ personId }) => personId);
    const staying = content.team.filter(({ personId }) => !remove.includes(personId));
    const team = [...staying, ...add];
    const refusal = firstRefusal<PermitRefusal>(
      add.length + remove.length === 0 ? refuse('nothing-to-amend') : undefined,
      persons(
        remove.filter((id) => !named.includes(id)),
        'not-in-permit',
      ),
      persons(doubles(team), 'already-in-permit'),
      oneLead(team),
    );
    if (refusal) return refusal;
    const next = { ...content, team };
    const signed = seal(documentOf(next, { baseId, version: versions.length + 1, at: now.toISOString() }));
    return [{ type: 'team-amended', content: next, signed, reason }];
  },
});

const persons = <Code extends PermitRefusal>(ids: readonly string[], code: Code): Refusal<Code> | undefined =>
  ids.length > 0 ? refuse(code, { persons: ids }) : undefined;

function doubles(team: readonly TeamMember[]): string[] {
  const ids = team.map(({ personId }) => personId);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function oneLead(team: readonly TeamMember[]) {
  const leads = team.filter(({ role }) => role === 'lead').length;
  return leads === 1 ? undefined : refuse('exactly-one-lead', { leads });
}
