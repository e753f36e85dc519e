import { type Actor, isPerson } from '@hub/decider';
import { completeness } from '../form/completeness.js';
import type { Forms } from '../form/forms.js';
import { type Application, application, hasContent, type WithContent } from './application.js';
import { earlierAnswers, type Submission } from './submissions.js';

/** What the API shows of an application to this actor. Who is only invited sees what they are invited to, no more. */
export function viewOf(
  forms: Forms,
  id: string,
  version: number,
  state: Application,
  actor: Actor,
  allowed: readonly string[],
) {
  if (!hasContent(state)) return { id, version, status: state.status, allowed };
  const relations = application.relations(state, actor);
  return seesWhole(relations)
    ? whole(forms, id, version, state, allowed, relations)
    : invitation(id, version, state, actor, allowed);
}

export const seesWhole = (relations: readonly string[]): boolean =>
  relations.some((relation) => relation !== 'invited');

function invitation(id: string, version: number, state: WithContent, actor: Actor, allowed: readonly string[]) {
  return {
    id,
    version,
    status: state.status,
    title: titleOf(state),
    leadId: state.leadId,
    organisationId: state.organisationId,
    invitations: state.invitations.filter(({ personId }) => isPerson(actor, personId)),
    allowed,
  };
}

function whole(
  forms: Forms,
  id: string,
  version: number,
  state: WithContent,
  allowed: readonly string[],
  relations: readonly string[],
) {
  const form = forms.of(state);
  const { answers, basket } = shownOf(state, relations);
  const sections = completeness(form, answers, basket !== undefined);
  return {
    id,
    version,
    status: state.status,
    title: titleOf(state),
    procedure: state.procedure,
    procedureVersion: state.procedureVersion,
    ...(state.track && { track: state.track }),
    form: { id: form.id, version: form.version, ...(form.additions && { additions: form.additions }) },
    leadId: state.leadId,
    organisationId: state.organisationId,
    team: state.team,
    ...(relations.includes('lead') && { invitations: state.invitations }),
    answers,
    basket,
    earlier: earlierAnswers({ submissions: state.submissions, answers, ...(basket && { basket }) }),
    sections,
    readyToSubmit: sections.every((section) => section.complete),
    submittedAt: state.submittedAt,
    ...(state.expiresAt && { expiresAt: state.expiresAt }),
    ...(state.status === 'AWAITING_ADDITIONAL_INFORMATION' && { informationRequest: state.request }),
    allowed,
  };
}

/** Who reviews sees what was sent; what the team is still writing in answer to a request is the team's. */
export function shownOf(state: WithContent, relations: readonly string[]): Submission {
  const inTeam = relations.includes('lead') || relations.includes('member');
  const { answers, basket, submissions } = state;
  return (inTeam ? undefined : submissions.at(-1)) ?? { answers, ...(basket && { basket }) };
}

export const titleOf = (state: WithContent): string => String(state.answers['publicInformation.projectName'] ?? '');
