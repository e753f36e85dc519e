import type { Actor } from '@hub/decider';
import { type Application, application, hasContent, type Relation } from '../application/application.js';
import type { AttachedFile } from './attached-file.js';

const team: readonly Relation[] = ['lead', 'member'];
const reviewing: readonly Relation[] = ['officer', 'reviewer', 'authority', 'auditor'];

/**
 * Files are visible exactly with what they hang on: the team sees all of its application's, who reviews it those that
 * were sent, and everybody else learns nothing.
 */
export function filesSeenBy(state: Application, actor: Actor): readonly AttachedFile[] | undefined {
  if (!hasContent(state)) return undefined;
  const relations = application.relations(state, actor);
  if (relations.some((relation) => team.includes(relation))) return state.attachments;
  if (relations.some((relation) => reviewing.includes(relation))) return state.attachments.filter(({ sent }) => sent);
  return undefined;
}
