import type { CaseFile } from '../facts/case-file.js';
import type { About } from './render.js';

interface Subject {
  readonly subject: string;
  readonly data: unknown;
}

/** What an event is about: its application under the permit's number once there is one, or the thing it names. */
export function aboutOf({ subject, data }: Subject, file: CaseFile | undefined): About {
  if (file) return { applicationId: file.applicationId, reference: file.permit?.baseId ?? file.applicationId };
  const { organisationId, datasetId } = data as { organisationId?: string; datasetId?: string };
  return { applicationId: null, reference: organisationId ?? datasetId ?? subject };
}
