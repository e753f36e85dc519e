import {
  ApplicationAnswersSaved,
  ApplicationBasketChosen,
  ApplicationDeleted,
  ApplicationDraftExpired,
  ApplicationDraftExpiring,
  ApplicationDrafted,
  ApplicationFileAttached,
  ApplicationFileRemoved,
  ApplicationInformationAwaited,
  ApplicationInformationProvided,
  ApplicationInvitationRecalled,
  ApplicationLeadHandedOver,
  ApplicationLinkInvited,
  ApplicationMemberInvited,
  ApplicationMemberJoined,
  ApplicationMemberLeft,
  ApplicationReviewerAdmitted,
  ApplicationReviewerRecused,
  ApplicationStatusFollowed,
  ApplicationSubmitted,
  ApplicationTrackFollowed,
  ApplicationWithdrawn,
  told,
} from '@hub/contracts';
import { type Application, type ApplicationEvent, hasContent, scopeOf } from './application.js';
import { partiesOf, useOf } from './project-facts.js';
import { keepsSummaryConfidential } from './public-notice.js';

/** What others are told of each event: identifiers and what they must decide on, never answers or names. */
export function published(event: ApplicationEvent, state: Application, applicationId: string) {
  switch (event.type) {
    case 'drafted': {
      const { procedure, procedureVersion, lead } = event;
      return told(ApplicationDrafted, {
        applicationId,
        procedure,
        procedureVersion,
        leadId: lead.personId,
        organisationId: lead.organisationId,
      });
    }
    case 'answers-saved':
      return told(ApplicationAnswersSaved, { applicationId, fields: Object.keys(event.answers) });
    case 'basket-chosen':
      return told(ApplicationBasketChosen, { applicationId, datasets: [...event.basket.datasets] });
    case 'member-invited': {
      const { invitationId, personId, role, expiresAt } = event;
      return told(ApplicationMemberInvited, { applicationId, invitationId, personId, role, expiresAt });
    }
    case 'member-joined':
      return told(ApplicationMemberJoined, { applicationId, invitationId: event.invitationId, member: event.member });
    case 'member-left':
      return told(ApplicationMemberLeft, { applicationId, personId: event.personId });
    case 'submitted': {
      const { procedure, procedureVersion, leadId, organisationId } = contentOf(state);
      return told(ApplicationSubmitted, {
        ...{ applicationId, procedure, procedureVersion, leadId, organisationId },
        ...permitted(state),
        purposes: [
          ...((contentOf(state).answers['publicInformation.purposes'] as readonly string[] | undefined) ?? []),
        ],
        summaryConfidential: keepsSummaryConfidential(contentOf(state)),
        submittedAt: event.submittedAt,
      });
    }
    case 'information-awaited':
      return told(ApplicationInformationAwaited, {
        applicationId,
        requestId: event.requestId,
        fields: [...event.fields],
      });
    case 'information-provided':
      return told(ApplicationInformationProvided, {
        applicationId,
        requestId: event.requestId,
        fields: [...event.fields],
        ...permitted(state),
        summaryConfidential: keepsSummaryConfidential(contentOf(state)),
      });
    case 'track-followed': {
      const { procedure, procedureVersion } = event;
      return told(ApplicationTrackFollowed, { applicationId, procedure, procedureVersion });
    }
    case 'status-followed':
      return told(ApplicationStatusFollowed, { applicationId, status: event.status, cause: event.cause });
    case 'reviewer-admitted':
      return told(ApplicationReviewerAdmitted, { applicationId, reviewerId: event.reviewerId });
    case 'reviewer-recused':
      return told(ApplicationReviewerRecused, { applicationId, reviewerId: event.reviewerId });
    case 'withdrawn':
      return told(ApplicationWithdrawn, { applicationId, withdrawnFrom: event.from });
    case 'deleted':
      return told(ApplicationDeleted, { applicationId });
    case 'draft-expiring': {
      const { leadId, organisationId } = contentOf(state);
      return told(ApplicationDraftExpiring, { applicationId, leadId, organisationId, expiresAt: event.expiresAt });
    }
    case 'draft-expired': {
      const { leadId, organisationId } = event;
      return told(ApplicationDraftExpired, { applicationId, leadId, organisationId });
    }
    case 'link-invited': {
      const { invitationId, role, expiresAt } = event;
      return told(ApplicationLinkInvited, { applicationId, invitationId, role, expiresAt });
    }
    case 'invitation-recalled':
      return told(ApplicationInvitationRecalled, { applicationId, invitationId: event.invitationId });
    case 'lead-handed-over': {
      const { organisationId } = contentOf(state);
      return told(ApplicationLeadHandedOver, { applicationId, fromId: event.from, toId: event.to, organisationId });
    }
    case 'file-attached': {
      const { type: _type, name: _name, ...file } = event;
      return told(ApplicationFileAttached, { applicationId, ...file });
    }
    case 'file-removed':
      return told(ApplicationFileRemoved, { applicationId, attachmentId: event.attachmentId });
  }
}

function contentOf(state: Application) {
  if (!hasContent(state)) throw new Error(`nothing to publish of an application that is ${state.status}`);
  return state;
}

function permitted(state: Application) {
  const content = contentOf(state);
  const scope = scopeOf(content);
  if (!scope) throw new Error('a submitted application has a basket');
  return { team: [...content.team], scope, parties: partiesOf(content.answers), use: useOf(content.answers) };
}
