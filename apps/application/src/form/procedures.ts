import { commonForm } from './common-form.js';
import type { Form } from './form.js';

export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly form: Form;
}

/** The procedures that an application can be begun under; a running one keeps the version it began with. */
export const procedures: readonly Procedure[] = [{ id: 'FR_AUTHORISATION', version: 1, form: commonForm }];

export function procedureOf(id: string, version?: number): Procedure | undefined {
  const versions = procedures.filter((procedure) => procedure.id === id);
  return version === undefined ? versions.at(-1) : versions.find((procedure) => procedure.version === version);
}
