import { type Actor, isPerson } from '@hub/decider';
import { completeness } from '../form/completeness.js';
import type { Forms } from '../form/forms.js';
import { type Application, application, hasContent, type WithContent } from './application.js';

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
  const invitedOnly = relations.every((relation) => relation === 'invited');
  return invitedOnly
    ? invitation(id, version, state, actor, allowed)
    : whole(forms, id, version, state, allowed, relations);
}

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
  const sections = completeness(form, state.answers, state.basket !== undefined);
  return {
    id,
    version,
    status: state.status,
    title: titleOf(state),
    procedure: state.procedure,
    procedureVersion: state.procedureVersion,
    form: { id: form.id, version: form.version },
    leadId: state.leadId,
    organisationId: state.organisationId,
    team: state.team,
    ...(relations.includes('lead') && { invitations: state.invitations }),
    answers: state.answers,
    basket: state.basket,
    sections,
    readyToSubmit: sections.every((section) => section.complete),
    submittedAt: state.submittedAt,
    ...(state.status === 'AWAITING_ADDITIONAL_INFORMATION' && { informationRequest: state.request }),
    allowed,
  };
}

export const titleOf = (state: WithContent): string => String(state.answers['publicInformation.projectName'] ?? '');
