import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const on = eventsOn('hub.application.application.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';
const attachmentId = '0197a3c0-0000-7000-8000-00000000000a';

export const ApplicationFileAttached = on(
  'application.application.file-attached.v1',
  'A file was attached to the application, or to one of its fields; the file and its name stay with the application service.',
  {
    applicationId: Id,
    attachmentId: Id,
    field: Type.Optional(Type.String()),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    bytes: Type.Integer({ minimum: 1 }),
    mediaType: Type.String(),
  },
  {
    applicationId,
    attachmentId,
    field: 'frenchAttachments.protocol',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    bytes: 48_213,
    mediaType: 'application/pdf',
  },
);
export const ApplicationFileRemoved = on(
  'application.application.file-removed.v1',
  'A file was taken out of the application; one that was submitted is kept for who reviews it.',
  { applicationId: Id, attachmentId: Id },
  { applicationId, attachmentId },
);
