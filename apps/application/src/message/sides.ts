import { type Actor, hasRole } from '@hub/decider';
import { type Application, application, hasContent } from '../application/application.js';

/** The sides of the correspondence inside a case. */
export type Side = 'applicant' | 'officer' | 'authority';

export interface Correspondence {
  /** Whose messages the person writes; none where they may only read. */
  readonly side: Side | undefined;
  readonly mayWrite: boolean;
}

/**
 * What the correspondence of an application is to somebody; nothing where it does not exist for them. Members of the
 * committee have no part in it, whatever else they are: they judge the file, and a recused one not even that.
 * The authority has a part once the case came to it.
 */
export function correspondenceOf(state: Application, actor: Actor, seized: boolean): Correspondence | undefined {
  if (!hasContent(state)) return undefined;
  const relations = application.relations(state, actor);
  const mayWrite = state.status !== 'DRAFT' && state.status !== 'WITHDRAWN';
  if (relations.includes('lead') || relations.includes('member')) return { side: 'applicant', mayWrite };
  if (hasRole(actor, 'committee_member', 'committee_president')) return undefined;
  if (relations.includes('officer')) return { side: 'officer', mayWrite };
  if (relations.includes('authority') && seized) return { side: 'authority', mayWrite };
  return relations.includes('auditor') ? { side: undefined, mayWrite: false } : undefined;
}
