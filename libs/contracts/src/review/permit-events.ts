import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { DataScope, Day, Id, Instant, TeamMember } from '../shapes.js';

const onPermit = eventsOn('hub.review.permit.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';
const ids = { permitId: Id, baseId: Id, applicationId: Id };
const sample = { permitId: 'HDH-2026-000001-v1', baseId: 'HDH-2026-000001', applicationId };
const change = { requestId: Id, kind: Type.Union([Type.Literal('AMENDMENT'), Type.Literal('RENEWAL')]) };

const permit = {
  permitId: Id,
  baseId: Id,
  version: Type.Integer({ minimum: 1 }),
  applicationId: Id,
  organisationId: Id,
  team: Type.Array(TeamMember, { minItems: 1 }),
  scope: DataScope,
  validFrom: Day,
  validUntil: Day,
  /** Opt-outs count as at this instant, the decision's; whether an exception sets them aside. */
  optOutAsAt: Type.Optional(Instant),
  optOutException: Type.Optional(Type.Boolean()),
};
const samplePermit = {
  permitId: 'HDH-2026-000001-v1',
  baseId: 'HDH-2026-000001',
  version: 1,
  applicationId,
  organisationId: 'inserm',
  team: [{ personId: 'claire', organisationId: 'inserm', role: 'lead' as const }],
  scope: {
    datasets: [{ datasetId: 'snds-dcir', tables: [{ table: 'ER_PRS_F', columns: ['BEN_NIR_PSA', 'EXE_SOI_DTD'] }] }],
    period: { from: '2019-01-01', to: '2019-12-31' },
  },
  validFrom: '2026-06-10',
  validUntil: '2029-06-09',
};

export const PermitGranted = onPermit(
  'review.permit.granted.v1',
  'A signed permit was issued: exactly this data, for exactly these people, for this long.',
  permit,
  samplePermit,
);
export const PermitAmended = onPermit(
  'review.permit.amended.v1',
  'A new signed version replaces the one before.',
  permit,
  { ...samplePermit, permitId: 'HDH-2026-000001-v2', version: 2 },
);
export const PermitRevoked = onPermit(
  'review.permit.revoked.v1',
  'The permit was revoked; the reasons stay with the review service.',
  { permitId: Id, baseId: Id, applicationId: Id },
  { permitId: 'HDH-2026-000001-v1', baseId: 'HDH-2026-000001', applicationId },
);
export const PermitExpired = onPermit(
  'review.permit.expired.v1',
  'The permit’s validity ended.',
  { permitId: Id, baseId: Id, applicationId: Id },
  { permitId: 'HDH-2026-000001-v1', baseId: 'HDH-2026-000001', applicationId },
);
export const PermitRenewed = onPermit(
  'review.permit.renewed.v1',
  'The permit lasts longer: a new signed version replaces the one before.',
  permit,
  { ...samplePermit, permitId: 'HDH-2026-000001-v2', version: 2, validUntil: '2031-06-09' },
);
export const PermitChangeRequested = onPermit(
  'review.permit.change-requested.v1',
  'An amendment or a renewal was asked for; what and why stay with the review service.',
  { ...ids, ...change },
  { ...sample, requestId: 'r-1', kind: 'RENEWAL' },
);
export const PermitChangeRejected = onPermit(
  'review.permit.change-rejected.v1',
  'The authority refused the change; the version in force stays. The reasons stay with the review service.',
  { ...ids, ...change },
  { ...sample, requestId: 'r-1', kind: 'RENEWAL' },
);
export const PermitRevocationAppealed = onPermit(
  'review.permit.revocation-appealed.v1',
  'The revocation is contested; until the ruling it stands.',
  ids,
  sample,
);
export const PermitReinstated = onPermit(
  'review.permit.reinstated.v1',
  'The appeal was won: the permit is in force again, in a new signed version.',
  permit,
  { ...samplePermit, permitId: 'HDH-2026-000001-v2', version: 2 },
);
export const PermitRevocationUpheld = onPermit(
  'review.permit.revocation-upheld.v1',
  'The appeal was rejected: the permit stays revoked. The reasons stay with the review service.',
  ids,
  sample,
);

export const permitEvents = [
  PermitGranted,
  PermitAmended,
  PermitRenewed,
  PermitChangeRequested,
  PermitChangeRejected,
  PermitRevoked,
  PermitRevocationAppealed,
  PermitReinstated,
  PermitRevocationUpheld,
  PermitExpired,
] as const;
