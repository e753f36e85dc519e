import type { ExpressOpinion } from './case.events.js';

/** What a member declared, and for whom they acted then. */
export interface Declaration {
  readonly interest: boolean;
  readonly organisationId: string;
}

export interface Report {
  readonly rapporteurId: string;
  readonly filedAt: string;
  readonly text: string;
  readonly proposal: ExpressOpinion;
}

/** Presence and quorum are frozen at opening: a later change of members must not reopen the item. */
export type Vote =
  | { readonly status: 'NOT_OPENED' }
  | {
      readonly status: 'OPEN' | 'CLOSED';
      readonly openedAt: string;
      readonly present: readonly string[];
      readonly quorum: number;
      readonly votes: Readonly<Record<string, ExpressOpinion>>;
      /** The session in which the item was opened. */
      readonly sessionId?: string;
    };

/** The team answers the committee's questions; held once there is a summary. */
export interface Hearing {
  readonly hearingId: string;
  readonly calledAt: string;
  readonly heldOn: string;
  readonly questions: readonly string[];
  readonly heldAt?: string;
  readonly summary?: string;
}

/** What a data holder says of an application for its data. */
export interface HolderRemark {
  readonly at: string;
  readonly holderId: string;
  readonly remarkedBy: string;
  readonly text: string;
}

/** A case on the committee's table. */
export interface Item {
  readonly declarations: Readonly<Record<string, Declaration>>;
  readonly rapporteurs: readonly string[];
  readonly reports: readonly Report[];
  readonly vote: Vote;
  readonly hearings: readonly Hearing[];
  readonly remarks: readonly HolderRemark[];
}

export const newItem: Item = {
  declarations: {},
  rapporteurs: [],
  reports: [],
  vote: { status: 'NOT_OPENED' },
  hearings: [],
  remarks: [],
};

/** The hearing that the team is invited to: one at a time. */
export const pendingHearing = ({ hearings }: Item): Hearing | undefined => hearings.find(({ heldAt }) => !heldAt);

/** Where the item stands among the committee. */
export function stageOf(item: Item): 'IN_REVIEW' | 'HEARING' | 'VOTE' | 'CLOSED' {
  if (item.vote.status === 'OPEN') return 'VOTE';
  if (item.vote.status === 'CLOSED') return 'CLOSED';
  return pendingHearing(item) ? 'HEARING' : 'IN_REVIEW';
}

export const isCleared = (item: Item, memberId: string): boolean => item.declarations[memberId]?.interest === false;
export const isRecused = (item: Item, memberId: string): boolean => item.declarations[memberId]?.interest === true;

export const recused = (item: Item): string[] => Object.keys(item.declarations).filter((id) => isRecused(item, id));

/** An interest takes the member out of everything: reports, presence, votes. The frozen quorum stays. */
export function declared(item: Item, memberId: string, declaration: Declaration): Item {
  const next = { ...item, declarations: { ...item.declarations, [memberId]: declaration } };
  if (!declaration.interest) return next;
  return {
    ...next,
    rapporteurs: item.rapporteurs.filter((id) => id !== memberId),
    reports: item.reports.filter(({ rapporteurId }) => rapporteurId !== memberId),
    vote: item.vote.status === 'NOT_OPENED' ? item.vote : withoutVoteOf(item.vote, memberId),
  };
}

type OpenedVote = Exclude<Vote, { status: 'NOT_OPENED' }>;

function withoutVoteOf(vote: OpenedVote, memberId: string): OpenedVote {
  const { [memberId]: _struck, ...votes } = vote.votes;
  return { ...vote, present: vote.present.filter((id) => id !== memberId), votes };
}
