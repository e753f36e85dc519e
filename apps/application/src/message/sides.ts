import { type Actor, hasRole } from '@hub/decider';
import { type Application, application, hasContent } from '../application/application.js';

/** The sides of the correspondence inside a case; a data holder with its organisation. */
export type Side = 'applicant' | 'officer' | 'authority' | `holder:${string}`;

export const holderSide = (organisationId: string): Side => `holder:${organisationId}`;

export interface Correspondence {
  /** Whose messages the person writes; none where they may only read. */
  readonly side: Side | undefined;
  readonly mayWrite: boolean;
}

/** What is known beside the application. */
export interface Reach {
  /** Whether the case came to the authority. */
  readonly seized: boolean;
  /** Who was written to in threads. */
  readonly addressed: readonly Side[];
}

/**
 * What the correspondence of an application is to somebody; nothing where it does not exist for them. Members of the
 * committee have no part in it, whatever else they are: they judge the file, and a recused one not even that.
 * The authority has a part once the case came to it, a data holder once it was written to, and in those threads only.
 */
export function correspondenceOf(
  state: Application,
  actor: Actor,
  { seized, addressed }: Reach,
): Correspondence | undefined {
  if (!hasContent(state)) return undefined;
  const relations = application.relations(state, actor);
  const mayWrite = state.status !== 'DRAFT' && state.status !== 'WITHDRAWN';
  if (relations.includes('lead') || relations.includes('member')) return { side: 'applicant', mayWrite };
  if (hasRole(actor, 'committee_member', 'committee_president')) return undefined;
  if (relations.includes('officer')) return { side: 'officer', mayWrite };
  if (relations.includes('authority') && seized) return { side: 'authority', mayWrite };
  if (relations.includes('auditor')) return { side: undefined, mayWrite: false };
  if (actor.kind !== 'person' || !hasRole(actor, 'data_holder') || state.status === 'DRAFT') return undefined;
  // A holder that applies for its own data is the applicant.
  const applies = state.team.some(
    ({ personId, organisationId }) => personId === actor.id || organisationId === actor.organisation,
  );
  const side = holderSide(actor.organisation);
  return addressed.includes(side) && !applies ? { side, mayWrite } : undefined;
}
