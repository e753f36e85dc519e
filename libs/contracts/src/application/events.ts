import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { DataScope, DatasetSelection, Id, Instant, TeamMember, TeamRole } from '../shapes.js';
import { ApplicationFileAttached, ApplicationFileRemoved } from './attachment-events.js';
import { ProjectParty, ProjectUse } from './project-shapes.js';
import { teamEvents } from './team-events.js';

const on = eventsOn('hub.application.application.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';
const scope = {
  datasets: [{ datasetId: 'snds-dcir', tables: [{ table: 'ER_PRS_F', columns: ['BEN_NIR_PSA', 'EXE_SOI_DTD'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const team = [{ personId: 'claire', organisationId: 'inserm', role: 'lead' as const }];
const parties = [{ role: 'sponsor' as const, organisationId: 'laboratoire', name: 'Laboratoire Exemple' }];
const use = {
  ...{ notForProfit: true, commercial: false, diseases: ['MONDO:0005148'], genetic: false, ancestry: 'none' as const },
  ...{ methods: false, undertakings: ['publication' as const], months: 36, countries: ['FR'] },
};

export const ApplicationDrafted = on(
  'application.application.drafted.v1',
  'A draft application was begun.',
  { applicationId: Id, procedure: Type.String(), procedureVersion: Type.Integer(), leadId: Id, organisationId: Id },
  { applicationId, procedure: 'FR_AUTHORISATION', procedureVersion: 1, leadId: 'claire', organisationId: 'inserm' },
);
export const ApplicationAnswersSaved = on(
  'application.application.answers-saved.v1',
  'Answers of the form were saved; they stay with the application service.',
  { applicationId: Id, fields: Type.Array(Type.String()) },
  { applicationId, fields: ['publicInformation.projectName'] },
);
export const ApplicationBasketChosen = on(
  'application.application.basket-chosen.v1',
  'The datasets, tables and columns asked for were chosen.',
  { applicationId: Id, datasets: Type.Array(DatasetSelection) },
  { applicationId, datasets: scope.datasets },
);
export const ApplicationMemberInvited = on(
  'application.application.member-invited.v1',
  'Somebody was invited into the team.',
  { applicationId: Id, invitationId: Id, personId: Id, role: TeamRole, expiresAt: Instant },
  { applicationId, invitationId: 'i-1', personId: 'david', role: 'member', expiresAt: '2026-03-16T09:00:00.000Z' },
);
export const ApplicationMemberJoined = on(
  'application.application.member-joined.v1',
  'A person joined the team.',
  { applicationId: Id, invitationId: Id, member: TeamMember },
  { applicationId, invitationId: 'i-1', member: { personId: 'david', organisationId: 'inserm', role: 'member' } },
);
export const ApplicationMemberLeft = on(
  'application.application.member-left.v1',
  'A person left the team, or was taken out of it.',
  { applicationId: Id, personId: Id },
  { applicationId, personId: 'david' },
);
export const ApplicationSubmitted = on(
  'application.application.submitted.v1',
  'The application was submitted; its clock can start.',
  {
    applicationId: Id,
    procedure: Type.String(),
    procedureVersion: Type.Integer(),
    leadId: Id,
    organisationId: Id,
    team: Type.Array(TeamMember, { minItems: 1 }),
    scope: DataScope,
    /** Article 53(1): letters of the purposes. */
    purposes: Type.Optional(Type.Array(Type.String())),
    /** Whether the lay summary may not be published. */
    summaryConfidential: Type.Optional(Type.Boolean()),
    /** Organisations with a part in the project beside those of its team. */
    parties: Type.Optional(Type.Array(ProjectParty)),
    use: Type.Optional(ProjectUse),
    submittedAt: Instant,
  },
  {
    applicationId,
    procedure: 'FR_AUTHORISATION',
    procedureVersion: 1,
    leadId: 'claire',
    organisationId: 'inserm',
    team,
    scope,
    purposes: ['e'],
    summaryConfidential: false,
    parties,
    use,
    submittedAt: '2026-03-02T09:00:00.000Z',
  },
);
export const ApplicationInformationAwaited = on(
  'application.application.information-awaited.v1',
  'The marked fields, and no others, were opened to the applicant.',
  { applicationId: Id, requestId: Id, fields: Type.Array(Type.String(), { minItems: 1 }) },
  { applicationId, requestId: 'r-1', fields: ['purpose.expectedBenefit'] },
);
export const ApplicationInformationProvided = on(
  'application.application.information-provided.v1',
  'The applicant answered a request for information.',
  {
    applicationId: Id,
    requestId: Id,
    fields: Type.Array(Type.String()),
    team: Type.Array(TeamMember, { minItems: 1 }),
    scope: DataScope,
    /** Whether the lay summary may not be published. */
    summaryConfidential: Type.Optional(Type.Boolean()),
    /** Organisations with a part in the project beside those of its team. */
    parties: Type.Optional(Type.Array(ProjectParty)),
    use: Type.Optional(ProjectUse),
  },
  {
    ...{ applicationId, requestId: 'r-1', fields: ['purpose.expectedBenefit'], team, scope },
    ...{ summaryConfidential: false, parties, use },
  },
);
export const ApplicationStatusFollowed = on(
  'application.application.status-followed.v1',
  'The application followed its review into another status.',
  { applicationId: Id, status: Type.String(), cause: Type.String() },
  { applicationId, status: 'PROCESSING', cause: 'review.case.found-complete.v1' },
);
export const ApplicationTrackFollowed = on(
  'application.application.track-followed.v1',
  'The application followed its review to another track; its form stays the one that it was written in.',
  { applicationId: Id, procedure: Type.String(), procedureVersion: Type.Integer() },
  { applicationId, procedure: 'EU_ACCELERATED', procedureVersion: 1 },
);
export const ApplicationReviewerAdmitted = on(
  'application.application.reviewer-admitted.v1',
  'A committee member without an interest in the project may read the file from now on.',
  { applicationId: Id, reviewerId: Id },
  { applicationId, reviewerId: 'member-1' },
);
export const ApplicationReviewerRecused = on(
  'application.application.reviewer-recused.v1',
  'A committee member declared an interest after all and may not read the file any more.',
  { applicationId: Id, reviewerId: Id },
  { applicationId, reviewerId: 'member-1' },
);
export const ApplicationWithdrawn = on(
  'application.application.withdrawn.v1',
  'The applicant withdrew the application.',
  { applicationId: Id, withdrawnFrom: Type.String() },
  { applicationId, withdrawnFrom: 'PROCESSING' },
);
export const ApplicationDeleted = on(
  'application.application.deleted.v1',
  'A draft was discarded.',
  { applicationId: Id },
  { applicationId },
);

export const applicationEvents = [
  ApplicationDrafted,
  ApplicationAnswersSaved,
  ApplicationBasketChosen,
  ApplicationMemberInvited,
  ApplicationMemberJoined,
  ApplicationMemberLeft,
  ApplicationSubmitted,
  ApplicationInformationAwaited,
  ApplicationInformationProvided,
  ApplicationStatusFollowed,
  ApplicationTrackFollowed,
  ApplicationReviewerAdmitted,
  ApplicationReviewerRecused,
  ApplicationWithdrawn,
  ApplicationDeleted,
  ApplicationFileAttached,
  ApplicationFileRemoved,
  ...teamEvents,
] as const;
