import { DataScope, Id, Instant, TeamMember } from '@hub/contracts';
import { type Static, Type } from 'typebox';
import type { Form } from '../form/form.js';
import { type Application, type Content, scopeOf } from './application.js';
import type { Submission } from './submissions.js';

const Reference = Type.Object({ id: Type.String(), version: Type.Integer({ minimum: 1 }) });

/** An application as a file for programs; version 1 only gains optional members. */
export const ApplicationExport = Type.Object(
  {
    format: Type.Literal('hub.application'),
    formatVersion: Type.Literal(1),
    application: Type.Object({
      id: Id,
      version: Type.Integer({ minimum: 1, description: 'Of the application when it was exported.' }),
      status: Type.String(),
      procedure: Type.String(),
      procedureVersion: Type.Integer({ minimum: 1 }),
      leadId: Id,
      organisationId: Id,
      team: Type.Array(TeamMember),
      submittedAt: Type.Optional(Instant),
    }),
    form: Type.Object({ ...Reference.properties, additions: Type.Array(Reference) }),
    answers: Type.Record(Type.String(), Type.Unknown(), { description: 'By section.field of the form.' }),
    basket: Type.Optional(DataScope),
  },
  { $id: 'urn:hub:application-export:1', title: 'Application', additionalProperties: false },
);
export type ApplicationExport = Static<typeof ApplicationExport>;

/** Everything that the form holds, without loss: what is read again is what was written. */
export function exportOf(
  form: Form,
  id: string,
  version: number,
  state: Content & Pick<Application, 'status'>,
  { answers, basket }: Submission,
): ApplicationExport {
  const { status, procedure, procedureVersion, leadId, organisationId, team, submittedAt } = state;
  const scope = scopeOf({ ...(basket && { basket }) });
  return {
    format: 'hub.application',
    formatVersion: 1,
    application: {
      ...{ id, version, status, procedure, procedureVersion, leadId, organisationId, team: [...team] },
      ...(submittedAt && { submittedAt }),
    },
    form: {
      ...{ id: form.id, version: form.version },
      additions: (form.additions ?? []).map((added) => ({ id: added.id, version: added.version })),
    },
    answers: { ...answers },
    ...(scope && { basket: scope }),
  };
}
