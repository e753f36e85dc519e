import { type Actor, isPerson } from '@hub/decider';
import { type ExportState, exists, exportRequest, type Vote } from './export.js';

/** What the API shows of an export request. Votes of others stay hidden until all have voted. */
export function exportView(id: string, version: number, state: ExportState, actor: Actor, allowed: readonly string[]) {
  if (!exists(state)) return { id, version, status: state.status, allowed };
  const { workspaceId, requesterId, title, context, declared, file, checks, votes, status } = state;
  const decided = status !== 'IN_REVIEW' && status !== 'SUBMITTED';
  const relations = exportRequest.relations(state, actor);
  const shown = decided ? votes : votes.filter(({ checkerId }) => isPerson(actor, checkerId));
  return {
    id,
    version,
    status,
    workspaceId,
    requesterId,
    title,
    context,
    declared,
    file,
    checks,
    votes: shown.map((vote) => (relations.includes('checker') ? vote : unnamed(vote))),
    votesCast: relations.includes('checker') || decided ? votes.length : undefined,
    allowed,
  };
}

/** The requester learns what has to change, not from whom. */
const unnamed = ({ decision, remark }: Vote) => ({ decision, remark });
