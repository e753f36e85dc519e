import { system } from '@hub/decider';
import { everybody, type Histories, type People, type Permissions, partsOf } from '@hub/testkit/permissions';
import { filesSeenBy } from '../attachment/visibility.js';
import { Forms } from '../form/forms.js';
import { applicationBorne } from '../team/bearer.js';
import {
  type Application,
  type ApplicationEvent,
  application,
  type FollowedStatus,
  type Relation,
} from './application.js';
import { commands } from './commands.js';
import { viewOf } from './view.js';

const acting = (id: string, organisation: string, ...roles: string[]) => ({
  ...{ kind: 'person' as const, id, organisation, roles, assurance: 'substantial' },
});
const bearer = acting('beatrice', 'institut-curie', 'applicant');

export const applicationPeople: People = {
  lead: acting('claire', 'inserm', 'applicant'),
  'lead for another organisation': acting('claire', 'institut-curie', 'applicant'),
  member: acting('david', 'inserm', 'applicant'),
  'member for another organisation': acting('david', 'institut-curie', 'applicant'),
  'member who is an officer elsewhere': acting('david', 'hdh', 'hub_officer'),
  'member who left': acting('luc', 'inserm', 'applicant'),
  invited: acting('eve', 'institut-curie', 'applicant'),
  'bearer of a letter’s secret': bearer,
  'reviewer admitted': acting('m-1', 'cesrees', 'committee_member'),
  'reviewer recused': acting('m-2', 'cesrees', 'committee_member'),
  'officer in the committee': acting('m-3', 'hdh', 'hub_officer', 'committee_member'),
  ...everybody('inserm', 'institut-curie'),
  'a service of the hub': system('application'),
};

const member = (personId: string, role: 'lead' | 'member') => ({ personId, organisationId: 'inserm', role });
const expiresAt = '2026-03-16T09:00:00.000Z';
const at = '2026-03-01T09:00:00.000Z';
const attached = (attachmentId: string): ApplicationEvent => ({
  ...{ type: 'file-attached', attachmentId, name: 'f.pdf', sha256: 's', bytes: 1, mediaType: 'application/pdf' },
});
const datasets = [{ datasetId: 'snds', tables: [{ table: 'T', columns: ['a'] }] }];
const basket: ApplicationEvent = {
  ...{ type: 'basket-chosen', basket: { datasets, period: { from: '2019-01-01', to: '2019-12-31' } } },
};
const draft: ApplicationEvent[] = [
  { type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1, lead: member('claire', 'lead') },
  { type: 'member-invited', invitationId: 'i', personId: 'eve', role: 'member', expiresAt },
  { type: 'link-invited', invitationId: 'l', role: 'member', secretHash: 'h', expiresAt },
  { type: 'member-joined', invitationId: 'j', member: member('david', 'member') },
  { type: 'member-joined', invitationId: 'k', member: member('luc', 'member') },
  { type: 'member-left', personId: 'luc' },
  basket,
  attached('sent'),
];
const submitted: ApplicationEvent[] = [
  ...draft,
  { type: 'submitted', submittedAt: at },
  { type: 'reviewer-admitted', reviewerId: 'm-1' },
  { type: 'reviewer-admitted', reviewerId: 'm-2' },
  { type: 'reviewer-recused', reviewerId: 'm-2' },
];
const followed = (status: FollowedStatus): ApplicationEvent[] => [
  ...submitted,
  { type: 'status-followed', status, cause: 'x' },
];

export const applicationHistories: Histories<Application, ApplicationEvent> = {
  ABSENT: [],
  DRAFT: { 'in use': draft, expiring: [...draft, { type: 'draft-expiring', expiresAt }] },
  SUBMITTED: submitted,
  PRE_SCREENING: followed('PRE_SCREENING'),
  AWAITING_ADDITIONAL_INFORMATION: [
    ...followed('PROCESSING'),
    { type: 'information-awaited', requestId: 'r', fields: [], phase: 'PROCESSING' },
    attached('unsent'),
    { type: 'answers-saved', answers: { 'publicInformation.projectName': 'p' } },
  ],
  PROCESSING: followed('PROCESSING'),
  DECISION_ISSUED: followed('DECISION_ISSUED'),
  POSITIVE_DECISION_ISSUED: followed('POSITIVE_DECISION_ISSUED'),
  POSITIVE_DECISION_ACCEPTED: followed('POSITIVE_DECISION_ACCEPTED'),
  POSITIVE_DECISION_REJECTED: followed('POSITIVE_DECISION_REJECTED'),
  NEGATIVE_DECISION_ISSUED: followed('NEGATIVE_DECISION_ISSUED'),
  NEGATIVE_DECISION_ACCEPTED: followed('NEGATIVE_DECISION_ACCEPTED'),
  NEGATIVE_DECISION_APPEALED: followed('NEGATIVE_DECISION_APPEALED'),
  APPEAL_APPROVED: followed('APPEAL_APPROVED'),
  APPEAL_REJECTED: followed('APPEAL_REJECTED'),
  REGISTERED: followed('REGISTERED'),
  REDIRECTED: followed('REDIRECTED'),
  REJECTED_INCOMPLETE: followed('REJECTED_INCOMPLETE'),
  WITHDRAWN: [...followed('PROCESSING'), { type: 'withdrawn', from: 'PROCESSING' }],
  DELETED: [...draft, { type: 'deleted' }],
  EXPIRED: [...draft, { type: 'draft-expired', leadId: 'claire', organisationId: 'inserm' }],
};

const forms = new Forms();

export const applicationPermissions: Permissions<Application, ApplicationEvent, Relation> = {
  aggregate: {
    ...application,
    relations: (state, actor) => (actor === bearer ? applicationBorne : application).relations(state, actor),
  },
  commands,
  histories: applicationHistories,
  people: applicationPeople,
  own: 'the lead’s organisation',
  sees: {
    // As the API reads: who holds a secret reaches it by the letter only.
    'AN APPLICATION': (state, actor) => {
      if (actor.kind === 'system' || application.relations(state, actor).length === 0) return [];
      const view = viewOf(forms, 'a', 1, state, actor, []);
      const unsent = 'answers' in view && 'publicInformation.projectName' in view.answers;
      return [...partsOf(view), ...(unsent ? ['answers not yet sent'] : [])];
    },
    'ITS ATTACHMENTS': (state, actor) =>
      (filesSeenBy(state, actor) ?? []).map(({ sent }) => (sent ? 'files that were sent' : 'files not yet sent')),
  },
};
