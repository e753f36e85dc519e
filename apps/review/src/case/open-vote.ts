import { type Actor, actorId, type Context, firstRefusal, refuse } from '@hub/decider';
import { committeeOf, quorumOf } from '@hub/procedures';
import { type Case, slice } from './case.js';
import type { CaseRefusal } from './case.refusals.js';
import { type ConflictFacts, isConflicted } from './conflict-facts.js';
import { hearingIsPending } from './hearing.js';
import { type Item, isCleared, recused } from './item.js';
import { timeIsUp } from './time-is-up.js';

type UnderReview = Extract<Case, { status: 'COMMITTEE_REVIEW' }>;

export interface OpenVote {
  readonly present: readonly string[];
  /** Put to the vote in a session: of those present there, the ones without an interest take part. */
  readonly sessionId?: string;
}

type Facts = Context & ConflictFacts;

/** The president opens the item: who is present and how many must be are frozen from here on. */
export const openVote = slice({
  name: 'open-vote',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  offered: ({ item }) => item.vote.status !== 'OPEN',
  decide: (command: OpenVote, state, facts: Facts) =>
    (state.item.vote.status === 'OPEN' ? refuse('vote-open') : undefined) ??
    opening('vote-opened', command, state, facts),
});

/** Too few are left after a late interest: the president opens the item again, and everybody present votes anew. */
export const reopenVote = slice({
  name: 'reopen-vote',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  offered: ({ item }) => fellBelowQuorum(item),
  decide: ({ present }: { present: readonly string[] }, state, facts: Facts) => {
    const { vote } = state.item;
    if (vote.status !== 'OPEN') return refuse('vote-not-open');
    if (!fellBelowQuorum(state.item)) return refuse('quorum-still-reached');
    const again = { present, ...(vote.sessionId !== undefined && { sessionId: vote.sessionId }) };
    return opening('vote-reopened', again, state, facts);
  },
});

const fellBelowQuorum = ({ vote }: Item): boolean => vote.status === 'OPEN' && vote.present.length < vote.quorum;

function opening(type: 'vote-opened' | 'vote-reopened', command: OpenVote, state: UnderReview, facts: Facts) {
  const { file, item } = state;
  const { sessionId } = command;
  const present = takingPart(command, facts.actor, item, facts);
  const quorum = quorumOf(committeeOf(file.procedure).quorum, recused(item).length);
  const refusal = firstRefusal<CaseRefusal>(
    timeIsUp(file, 'COMMITTEE_OPINION', facts.now),
    hearingIsPending(item),
    reportsAreFiled(item),
    presentAreCleared(present, item),
    presentAreNotConflicted(present, facts),
    present.length < quorum ? refuse('quorum-not-reached', { quorum, present: present.length }) : undefined,
  );
  const frozen = { at: facts.now.toISOString(), present, quorum, ...(sessionId !== undefined && { sessionId }) };
  return refusal ?? [{ type, ...frozen } as const];
}

/** Who opens is there. In a session, those who may not take part leave for this item. */
function takingPart({ present, sessionId }: OpenVote, actor: Actor, item: Item, facts: ConflictFacts): string[] {
  const all = [...new Set([actorId(actor), ...present])];
  return sessionId === undefined ? all : all.filter((id) => isCleared(item, id) && !isConflicted(id, facts));
}

function reportsAreFiled({ rapporteurs, reports }: Item) {
  if (rapporteurs.length === 0) return refuse('rapporteurs-missing');
  const persons = rapporteurs.filter((id) => !reports.some(({ rapporteurId }) => rapporteurId === id));
  return persons.length > 0 ? refuse('reports-missing', { persons }) : undefined;
}

function presentAreCleared(present: readonly string[], item: Item) {
  const persons = present.filter((id) => !isCleared(item, id));
  return persons.length > 0 ? refuse('present-not-cleared', { persons }) : undefined;
}

export function presentAreNotConflicted(present: readonly string[], facts: ConflictFacts) {
  const persons = present.filter((id) => isConflicted(id, facts));
  return persons.length > 0 ? refuse('members-conflicted', { persons }) : undefined;
}
