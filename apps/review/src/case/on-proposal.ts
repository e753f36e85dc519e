import { type Refusal, refuse } from '@hub/decider';
import type { Gathered } from './case.js';

/** What the authority says of the holders' proposals when it decides. */
export interface OnProposal {
  readonly followedProposal?: boolean | undefined;
  /** Why, or why not. */
  readonly reasonsOnProposal?: string | undefined;
}

/** The body decides and records why it followed the proposal or not (Regulation (EU) 2025/327, art. 72(4)). */
export function onProposal(
  { followedProposal, reasonsOnProposal }: OnProposal,
  { assessments = [] }: Gathered,
): { readonly proposal?: { readonly followed: boolean; readonly reasons?: string } } | Refusal<ProposalRefusal> {
  if (assessments.length === 0) return followedProposal === undefined ? {} : refuse('nothing-proposed');
  if (followedProposal === undefined) return refuse('proposal-unanswered');
  if (!followedProposal && !reasonsOnProposal) return refuse('reasons-on-proposal-missing');
  return { proposal: { followed: followedProposal, ...(reasonsOnProposal && { reasons: reasonsOnProposal }) } };
}

type ProposalRefusal = 'nothing-proposed' | 'proposal-unanswered' | 'reasons-on-proposal-missing';
