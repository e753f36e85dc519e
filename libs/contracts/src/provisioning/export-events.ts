import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const on = eventsOn('hub.provisioning.export.v1');
const ids = { exportId: Id, workspaceId: Id };
const sample = { exportId: '0197a3c0-0000-7000-8000-000000000060', workspaceId: 'HDH-2026-000001' };
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const file = { sha256: Sha256, bytes: Type.Integer({ minimum: 0 }), rows: Type.Integer({ minimum: 0 }) };
const sampleFile = { sha256: '0'.repeat(64), bytes: 210, rows: 12 };

export const ExportSubmitted = on(
  'provisioning.export.submitted.v1',
  'A member asked that a result may leave the workspace; exactly these bytes, bound by their hash.',
  { ...ids, requesterId: Id, queryId: Id, ...file },
  { ...sample, requesterId: 'claire', queryId: '0197a3c0-0000-7000-8000-000000000050', ...sampleFile },
);
export const ExportChecked = on(
  'provisioning.export.checked.v1',
  'The automatic checks ran; a failure refuses, anything else goes to the checkers.',
  {
    ...ids,
    sha256: Sha256,
    outcome: Type.Union([Type.Literal('pass'), Type.Literal('review'), Type.Literal('fail')]),
    findings: Type.Array(Type.Object({ check: Type.String(), outcome: Type.String(), flagged: Type.Integer() })),
  },
  {
    ...sample,
    sha256: '0'.repeat(64),
    outcome: 'fail',
    findings: [{ check: 'minimum-count', outcome: 'fail', flagged: 2 }],
  },
);
export const ExportVoteCast = on(
  'provisioning.export.vote-cast.v1',
  'An output checker voted; the vote itself stays hidden until both have.',
  { ...ids, checkerId: Id },
  { ...sample, checkerId: 'checker-1' },
);
export const ExportDecided = on(
  'provisioning.export.decided.v1',
  'Both checkers have voted. Approved is not released.',
  {
    ...ids,
    sha256: Sha256,
    decision: Type.Union([Type.Literal('APPROVED'), Type.Literal('REFUSED'), Type.Literal('CHANGES_REQUESTED')]),
    checkers: Type.Array(Id),
  },
  { ...sample, sha256: '0'.repeat(64), decision: 'APPROVED', checkers: ['checker-1', 'checker-2'] },
);
export const ExportResubmitted = on(
  'provisioning.export.resubmitted.v1',
  'The requester answered with other bytes; earlier votes no longer count.',
  { ...ids, queryId: Id, ...file },
  { ...sample, queryId: '0197a3c0-0000-7000-8000-000000000051', ...sampleFile },
);
export const ExportReleased = on(
  'provisioning.export.released.v1',
  'The reviewed bytes may leave: members can download exactly these.',
  { ...ids, sha256: Sha256 },
  { ...sample, sha256: '0'.repeat(64) },
);
export const ExportDownloaded = on(
  'provisioning.export.downloaded.v1',
  'Somebody took the file: a checker to look at it, a member after its release.',
  { ...ids, personId: Id, sha256: Sha256 },
  { ...sample, personId: 'claire', sha256: '0'.repeat(64) },
);
export const ExportRecalled = on(
  'provisioning.export.recalled.v1',
  'A released file was called back on an incident: it can no longer be downloaded.',
  { ...ids, sha256: Sha256 },
  { ...sample, sha256: '0'.repeat(64) },
);
export const ExportWithdrawn = on(
  'provisioning.export.withdrawn.v1',
  'The requester gave the request up.',
  { ...ids },
  { ...sample },
);

export const exportEvents = [
  ExportSubmitted,
  ExportChecked,
  ExportVoteCast,
  ExportDecided,
  ExportResubmitted,
  ExportReleased,
  ExportDownloaded,
  ExportRecalled,
  ExportWithdrawn,
] as const;
