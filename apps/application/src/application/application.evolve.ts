import { allSent, withFile, withoutFile } from '../attachment/attached-file.js';
import { teamChanged, withoutLink } from '../team/links.js';
import type { Application, ApplicationEvent, Content, Invitation, WithContent } from './application.js';

/* How facts change an application. Nothing here judges: past facts stand. */

export function begun({
  lead,
  procedure,
  procedureVersion,
}: Extract<ApplicationEvent, { type: 'drafted' }>): Application {
  return {
    status: 'DRAFT',
    procedure,
    procedureVersion,
    leadId: lead.personId,
    organisationId: lead.organisationId,
    team: [lead],
    invitations: [],
    links: [],
    answers: {},
    submissions: [],
    attachments: [],
    reviewers: [],
  };
}

export function changed(state: WithContent, event: Exclude<ApplicationEvent, { type: 'drafted' }>): Application {
  switch (event.type) {
    case 'answers-saved':
      return noting(Object.keys(event.answers), { ...state, answers: { ...state.answers, ...event.answers } });
    case 'basket-chosen':
      return noting(['dataSources'], { ...state, basket: event.basket });
    case 'member-invited':
      return { ...state, invitations: [...state.invitations, invitationOf(event)] };
    case 'member-joined':
      return {
        ...state,
        team: [...state.team, event.member],
        invitations: state.invitations.filter(({ invitationId }) => invitationId !== event.invitationId),
        links: withoutLink(state, event.invitationId),
      };
    case 'member-left':
      return { ...state, team: state.team.filter(({ personId }) => personId !== event.personId) };
    case 'submitted':
      return { ...sending(state), status: 'SUBMITTED', submittedAt: event.submittedAt };
    case 'information-awaited': {
      const { requestId, fields, phase } = event;
      return {
        ...contentOf(state),
        status: 'AWAITING_ADDITIONAL_INFORMATION',
        request: { requestId, fields, phase, changed: [] },
      };
    }
    case 'information-provided':
      return {
        ...sending(state),
        status: state.status === 'AWAITING_ADDITIONAL_INFORMATION' ? state.request.phase : 'PROCESSING',
      };
    case 'track-followed': {
      const { type: _type, ...track } = event;
      return { ...state, track };
    }
    case 'status-followed':
      return { ...contentOf(state), status: event.status };
    case 'reviewer-admitted':
      return { ...state, reviewers: [...new Set([...state.reviewers, event.reviewerId])] };
    case 'reviewer-recused':
      return { ...state, reviewers: state.reviewers.filter((reviewer) => reviewer !== event.reviewerId) };
    case 'withdrawn':
      return { ...contentOf(state), status: 'WITHDRAWN' };
    case 'deleted':
      return { status: 'DELETED' };
    case 'draft-expiring':
      return { ...state, expiresAt: event.expiresAt };
    case 'draft-expired':
      return { status: 'EXPIRED' };
    case 'file-attached':
      return noting(event.field ? [event.field] : [], { ...state, attachments: withFile(state.attachments, event) });
    case 'link-invited':
    case 'invitation-recalled':
    case 'lead-handed-over':
      return teamChanged(state, event);
    case 'file-removed':
      return { ...state, attachments: withoutFile(state.attachments, event.attachmentId) };
  }
}

export function touched(state: WithContent): WithContent {
  if (state.expiresAt === undefined) return state;
  const { expiresAt: _expiresAt, ...alive } = state;
  return alive;
}

const invitationOf = ({ invitationId, personId, role, expiresAt }: Invitation): Invitation => ({
  invitationId,
  personId,
  role,
  expiresAt,
});

/** Remembers which marked fields have been touched while information is awaited. */
function noting(fields: readonly string[], state: WithContent): WithContent {
  if (state.status !== 'AWAITING_ADDITIONAL_INFORMATION') return state;
  const touched = [...new Set([...state.request.changed, ...fields])];
  return { ...state, request: { ...state.request, changed: touched } };
}

/** Keeps what is sent now, so that a later answer can be shown beside it. */
function sending(state: WithContent): Content {
  const content = contentOf(state);
  const { answers, basket } = content;
  const attachments = allSent(content.attachments);
  return { ...content, attachments, submissions: [...content.submissions, { answers, ...(basket && { basket }) }] };
}

function contentOf(state: WithContent): Content {
  const { status: _status, ...content } = state;
  if ('request' in content) {
    const { request: _request, ...rest } = content;
    return rest;
  }
  return content;
}
