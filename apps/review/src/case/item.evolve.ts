import type { CommitteeEvent, VoteOpening } from './committee.events.js';
import { declared, type Item, type Vote } from './item.js';

/** How what happens inside the committee changes its item. */
export function onTheTable(item: Item, event: CommitteeEvent): Item {
  switch (event.type) {
    case 'interest-declared':
      return declared(item, event.memberId, { interest: event.interest, organisationId: event.organisationId });
    case 'rapporteurs-named':
      return {
        ...item,
        rapporteurs: event.rapporteurs,
        reports: item.reports.filter((r) => event.rapporteurs.includes(r.rapporteurId)),
      };
    case 'report-filed': {
      const { rapporteurId, at, text, proposal } = event;
      return { ...item, reports: [...item.reports, { rapporteurId, filedAt: at, text, proposal }] };
    }
    case 'vote-opened':
    case 'vote-reopened':
      return { ...item, vote: voteOn(event) };
    case 'vote-cast':
      return item.vote.status === 'OPEN'
        ? { ...item, vote: { ...item.vote, votes: { ...item.vote.votes, [event.memberId]: event.vote } } }
        : item;
    case 'hearing-called': {
      const { hearingId, at: calledAt, heldOn, questions } = event;
      return { ...item, hearings: [...item.hearings, { hearingId, calledAt, heldOn, questions }] };
    }
    case 'holder-remarked': {
      const { type: _type, ...remark } = event;
      return { ...item, remarks: [...item.remarks, remark] };
    }
    case 'hearing-held':
      return {
        ...item,
        hearings: item.hearings.map((hearing) =>
          hearing.hearingId === event.hearingId ? { ...hearing, heldAt: event.at, summary: event.summary } : hearing,
        ),
      };
  }
}

/** Opened again, it begins anew: those who have seen votes vote again with the others. */
const voteOn = ({ at: openedAt, present, quorum, sessionId }: VoteOpening): Vote => ({
  ...{ status: 'OPEN', openedAt, present, quorum, votes: {} },
  ...(sessionId !== undefined && { sessionId }),
});
