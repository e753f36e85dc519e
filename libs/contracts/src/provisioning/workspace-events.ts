import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id, Instant } from '../shapes.js';

const on = eventsOn('hub.provisioning.workspace.v1');
const ids = { workspaceId: Id, applicationId: Id };
const sample = { workspaceId: 'HDH-2026-000001', applicationId: '0197a3c0-0000-7000-8000-000000000001' };
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const nothing = '0'.repeat(64);
const Gap = Type.Object({ code: Type.String(), table: Type.String(), column: Type.Optional(Type.String()) });

export const WorkspaceRequested = on(
  'provisioning.workspace.requested.v1',
  'A permit asked for a workspace.',
  { ...ids, permitId: Id, members: Type.Array(Id) },
  { ...sample, permitId: 'HDH-2026-000001-v1', members: ['claire'] },
);
export const WorkspaceDeliveriesAwaited = on(
  'provisioning.workspace.deliveries-awaited.v1',
  'The data that the permit names is not there yet: what is missing is named.',
  { ...ids, missing: Type.Array(Gap) },
  { ...sample, missing: [{ code: 'not-delivered', table: 'snds-dcir/ER_PRS_F' }] },
);
export const WorkspacePreparationStarted = on(
  'provisioning.workspace.preparation-started.v1',
  'Everything was delivered; the data is being restricted to the permit and pseudonymised.',
  { ...ids, preparationId: Id },
  { ...sample, preparationId: '0197a3c0-0000-7000-8000-000000000030' },
);
export const WorkspaceActivated = on(
  'provisioning.workspace.activated.v1',
  'The data is in the workspace: members may work.',
  {
    ...ids,
    manifestSha256: Sha256,
    tables: Type.Array(Type.Object({ dataset: Id, table: Type.String(), rows: Type.Integer(), sha256: Sha256 })),
    /** Opt-outs were looked up as at this instant; or an exception set them aside, and no list was. */
    optOutAsAt: Type.Optional(Instant),
    optOutException: Type.Optional(Type.Boolean()),
    optOutListSha256: Type.Optional(Sha256),
  },
  {
    ...sample,
    manifestSha256: nothing,
    tables: [{ dataset: 'snds-dcir', table: 'ER_PRS_F', rows: 10, sha256: nothing }],
    optOutAsAt: '2026-06-10T09:30:00.000Z',
    optOutException: false,
    optOutListSha256: nothing,
  },
);
export const WorkspaceFailed = on(
  'provisioning.workspace.failed.v1',
  'The preparation failed; the reasons name places in the delivery, never values. It can be tried again.',
  {
    ...ids,
    reasons: Type.Array(
      Type.Object({
        table: Type.String(),
        row: Type.Union([Type.Integer(), Type.Null()]),
        column: Type.Union([Type.String(), Type.Null()]),
        reason: Type.String(),
      }),
    ),
  },
  { ...sample, reasons: [{ table: 'snds-dcir/ER_PRS_F', row: 17, column: 'EXE_SOI_DTD', reason: 'type' }] },
);
export const WorkspacePermitFollowed = on(
  'provisioning.workspace.permit-followed.v1',
  'A new version of the permit rules the workspace; whoever left it lost access with this event.',
  { ...ids, permitId: Id, members: Type.Array(Id), left: Type.Array(Id), dataChanged: Type.Boolean() },
  { ...sample, permitId: 'HDH-2026-000001-v2', members: ['claire'], left: ['david'], dataChanged: false },
);
export const WorkspaceAccessEnded = on(
  'provisioning.workspace.access-ended.v1',
  'A member lost access at once, because the mandate on which it rested ended.',
  { ...ids, personId: Id, cause: Type.Literal('mandate-ended') },
  { ...sample, personId: 'david', cause: 'mandate-ended' },
);
export const WorkspaceAccessRestored = on(
  'provisioning.workspace.access-restored.v1',
  'A member whom the permit names may work again: the mandate was given anew.',
  { ...ids, personId: Id },
  { ...sample, personId: 'david' },
);
export const WorkspaceSuspended = on(
  'provisioning.workspace.suspended.v1',
  'The security officer closed the workspace for the time being.',
  { ...ids },
  { ...sample },
);
export const WorkspaceResumed = on(
  'provisioning.workspace.resumed.v1',
  'A suspended workspace was opened again.',
  { ...ids },
  { ...sample },
);
export const WorkspaceLocked = on(
  'provisioning.workspace.locked.v1',
  'The permit ended: nobody works here any more.',
  { ...ids, cause: Type.Union([Type.Literal('revoked'), Type.Literal('expired')]) },
  { ...sample, cause: 'expired' },
);
export const WorkspaceReopened = on(
  'provisioning.workspace.reopened.v1',
  'The permit was reinstated: the workspace that its revocation had locked is usable again.',
  { ...ids, permitId: Id, members: Type.Array(Id), left: Type.Array(Id), dataChanged: Type.Boolean() },
  { ...sample, permitId: 'HDH-2026-000001-v2', members: ['claire'], left: ['david'], dataChanged: false },
);
export const WorkspacePurged = on(
  'provisioning.workspace.purged.v1',
  'The data of the workspace was deleted; the certificate binds what it was.',
  { ...ids, manifestSha256: Type.Union([Sha256, Type.Null()]), files: Type.Integer() },
  { ...sample, manifestSha256: nothing, files: 4 },
);
export const WorkspaceChartSaved = on(
  'provisioning.workspace.chart-saved.v1',
  'A member saved a chart; specification and data stay in the workspace.',
  { ...ids, chartId: Id, personId: Id, specSha256: Sha256, dataSha256: Sha256 },
  {
    ...sample,
    chartId: '0197a3c0-0000-7000-8000-000000000040',
    personId: 'claire',
    specSha256: nothing,
    dataSha256: nothing,
  },
);

export const workspaceEvents = [
  WorkspaceRequested,
  WorkspaceDeliveriesAwaited,
  WorkspacePreparationStarted,
  WorkspaceActivated,
  WorkspaceFailed,
  WorkspacePermitFollowed,
  WorkspaceAccessEnded,
  WorkspaceAccessRestored,
  WorkspaceSuspended,
  WorkspaceResumed,
  WorkspaceLocked,
  WorkspaceReopened,
  WorkspacePurged,
  WorkspaceChartSaved,
] as const;
