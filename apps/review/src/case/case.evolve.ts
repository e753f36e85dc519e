import type { TeamMember } from '@hub/contracts';
import type { Procedure } from '@hub/procedures';
import { missed, reminded, stopped } from '../clocks/running.js';
import { afterDecision, decided } from '../decision/decision.evolve.js';
import { marked } from '../sensitivity/sensitivity.js';
import type { CaseEvent, CaseOpened, Happening } from './case.events.js';
import { type Case, type CaseFile, type InformationRequest, type Opened, phaseReached } from './case.js';
import { onTheTable } from './item.evolve.js';
import type { Vote } from './item.js';
import { entered, gatheredBy, past } from './onward.js';

/** How facts change a case. Nothing here judges: past facts stand. */
export function changed(state: Opened, event: Exclude<CaseEvent, CaseOpened | Happening<'track-changed'>>): Case {
  switch (event.type) {
    case 'officer-assigned':
      return { ...state, file: { ...state.file, officerId: event.officerId } };
    case 'lead-changed':
      return { ...state, file: ledBy(state.file, event) };
    case 'information-requested':
      return informationRequested(state, event);
    case 'information-received':
      return informationReceived(state, event);
    case 'found-complete':
      return past('PRE_SCREENING', { ...state.file, ...foundIn(event) }, gatheredBy(state));
    case 'registered':
      return {
        status: 'REGISTERED',
        file: { ...state.file, clocks: {}, checklist: event.checklist },
        registeredAt: event.at,
      };
    case 'redirected': {
      const { type: _type, ...redirection } = event;
      return { status: 'REDIRECTED', file: { ...state.file, clocks: {} }, redirection };
    }
    case 'decision-proposed':
      return decisionProposed(state, event);
    case 'finding-recorded': {
      const { type: _type, ...finding } = event;
      return { ...state, file: { ...state.file, findings: [...(state.file.findings ?? []), finding] } };
    }
    case 'flagged-sensitive':
    case 'flag-lifted':
    case 'locked':
    case 'unlocked':
      return { ...state, file: marked(state.file, event) };
    case 'assessment-forgone':
      return past('HOLDER_ASSESSMENT', { ...state.file, clocks: event.clocks }, gatheredBy(state));
    case 'rejected-incomplete':
      return rejectedIncomplete(state, event);
    case 'opinion-issued':
      return opinionIssued(state, event);
    case 'opinion-extended':
    case 'authority-time-renewed':
      return { ...state, file: { ...state.file, clocks: event.clocks } };
    case 'authority-seized':
      return entered('AUTHORITY_REVIEW', { ...state.file, clocks: event.clocks }, gatheredBy(state));
    case 'decided':
      return decided(state, event);
    case 'deadline-missed':
      return { ...state, file: { ...state.file, clocks: missed(state.file.clocks, event.clock) } };
    case 'deadline-near':
      return { ...state, file: { ...state.file, clocks: reminded(state.file.clocks, event.clock, event.at) } };
    case 'closed-by-withdrawal':
      return withdrawn(state);
    case 'fees-estimated':
    case 'decision-accepted':
    case 'decision-declined':
    case 'decision-unanswered':
    case 'decision-appealed':
    case 'decision-appeal-ruled':
    case 'statistics-delivered':
      return afterDecision(state, event);
    default:
      return 'item' in state && state.item ? { ...state, item: onTheTable(state.item, event) } : state;
  }
}

export function opened(
  { type: _type, at, procedure: _of, holderIds = [], ...content }: CaseOpened,
  procedure: Procedure,
): Case {
  return {
    status: 'PRE_SCREENING',
    file: { ...content, procedure, holderIds, openedAt: at, urgent: false, requests: [] },
  };
}

/** Who joined the team since it was last sent is not in the file yet. */
function ledBy(file: CaseFile, { leadId, organisationId }: Happening<'lead-changed'>): CaseFile {
  const known = file.team.some(({ personId }) => personId === leadId);
  const team = known ? file.team : [...file.team, { personId: leadId, organisationId, role: 'member' as const }];
  return { ...file, leadId, team: team.map((member) => inTheRole(member, leadId)) };
}

const inTheRole = (member: TeamMember, leadId: string): TeamMember =>
  member.personId === leadId
    ? { ...member, role: 'lead' }
    : member.role === 'lead'
      ? { ...member, role: 'member' }
      : member;

/** The same case in the same phase, under another declaration. */
export function moved(
  state: Opened,
  { at, reasons, clocks }: Happening<'track-changed'>,
  procedure: Procedure,
): Opened {
  const { procedure: from, moves = [] } = state.file;
  const move = { at, from: from.id, to: procedure.id, reasons };
  return { ...state, file: { ...state.file, procedure, clocks, moves: [...moves, move] } };
}

function informationRequested(state: Opened, event: Happening<'information-requested'>): Case {
  const { requestId, remarks, dueAt, at, by, clocks } = event;
  const phase = phaseReached(state);
  const request: InformationRequest = { requestId, phase, askedAt: at, ...(by && { askedBy: by }), dueAt, remarks };
  const file: CaseFile = { ...state.file, clocks, requests: [...state.file.requests, request] };
  return { status: 'AWAITING_ADDITIONAL_INFORMATION', file, phase, ...gatheredBy(state) };
}

function informationReceived(state: Opened, event: Happening<'information-received'>): Case {
  const { type: _type, requestId, at, ...now } = event;
  const requests = state.file.requests.map((request) =>
    request.requestId === requestId ? { ...request, answeredAt: at } : request,
  );
  return entered(phaseReached(state), { ...state.file, ...now, requests }, gatheredBy(state));
}

const foundIn = ({ urgent, clocks, checklist, holderIds }: Happening<'found-complete'>) => ({
  ...{ urgent, clocks },
  ...(checklist && { checklist }),
  ...(holderIds && { holderIds }),
});

function decisionProposed(state: Opened, { type: _type, clocks, ...assessment }: Happening<'decision-proposed'>): Case {
  if (state.status !== 'HOLDER_ASSESSMENT') return state;
  const assessments = [...(state.assessments ?? []), assessment];
  if (!clocks) return { ...state, assessments };
  return past('HOLDER_ASSESSMENT', { ...state.file, clocks }, { ...gatheredBy(state), assessments });
}

function rejectedIncomplete(state: Opened, { silent, reasons }: Happening<'rejected-incomplete'>): Case {
  // The clocks that stood still are kept: an answer that was given in time but arrives late sets them going again.
  const file = { ...state.file, clocks: silent ? stopped(state.file.clocks, 'INFORMATION') : {} };
  return {
    status: 'REJECTED_INCOMPLETE',
    file,
    phase: phaseReached(state),
    silent,
    ...gatheredBy(state),
    ...(reasons !== undefined && { reasons }),
  };
}

function opinionIssued(state: Opened, event: Happening<'opinion-issued'>): Case {
  const { type: _type, clocks = {}, ...opinion } = event;
  if (state.status !== 'COMMITTEE_REVIEW') return state;
  const item = { ...state.item, vote: closed(state.item.vote) };
  return past('COMMITTEE_REVIEW', { ...state.file, clocks }, { ...gatheredBy(state), item, opinion });
}

const closed = (vote: Vote): Vote => (vote.status === 'OPEN' ? { ...vote, status: 'CLOSED' } : vote);

function withdrawn(state: Opened): Case {
  const file = { ...state.file, clocks: {} };
  return { status: 'WITHDRAWN', file, from: state.status, phase: phaseReached(state), ...gatheredBy(state) };
}
