import { type Actor, actorId, firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';
import { type Decision, type ExportState, exportSlice, type Vote } from './export.js';

export interface CastVote {
  readonly decision: Decision;
  readonly remark: string;
  /** The hash of the file that the checker looked at. */
  readonly sha256: string;
}

/** Policy: two checkers, neither of them the requester or a member of the workspace. */
const CHECKERS = 2;

/** A checker votes without knowing the other's vote. The second vote decides. */
export const castVote = exportSlice({
  name: 'vote',
  by: ['checker'],
  in: ['IN_REVIEW'],
  decide({ decision, remark, sha256 }: CastVote, state, { actor }) {
    const refusal = firstRefusal(
      votesOnce(state.votes, actor),
      looksAtTheseBytes(state, sha256),
      saysWhy(decision, remark),
    );
    if (refusal) return refusal;
    const vote: Vote = { checkerId: actorId(actor), decision, remark };
    const votes = [...state.votes, vote];
    const cast = { type: 'vote-cast' as const, ...vote };
    return votes.length < CHECKERS ? [cast] : [cast, { type: 'decided', decision: outcomeOf(votes) }];
  },
});

/** Nothing is approved but by everybody, and nothing refused for good but by everybody. */
function outcomeOf(votes: readonly Vote[]): 'APPROVED' | 'REFUSED' | 'CHANGES_REQUESTED' {
  if (votes.every(({ decision }) => decision === 'approve')) return 'APPROVED';
  return votes.every(({ decision }) => decision === 'refuse') ? 'REFUSED' : 'CHANGES_REQUESTED';
}

function votesOnce(votes: readonly Vote[], actor: Actor): Refusal<RefusalCode> | undefined {
  return votes.some(({ checkerId }) => checkerId === actorId(actor)) ? refuse('already-voted') : undefined;
}

function looksAtTheseBytes(
  state: Exclude<ExportState, { status: 'ABSENT' }>,
  sha256: string,
): Refusal<RefusalCode> | undefined {
  return state.file.sha256 === sha256 ? undefined : refuse('file-changed');
}

function saysWhy(decision: Decision, remark: string): Refusal<RefusalCode> | undefined {
  return decision !== 'approve' && remark.trim() === '' ? refuse('remark-required') : undefined;
}
