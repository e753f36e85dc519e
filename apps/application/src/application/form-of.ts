import type { Form } from '../form/form.js';
import { procedureOf } from '../form/procedures.js';
import type { Content } from './application.js';

/** The form of the procedure's version that the application began with. */
export function formOf({ procedure, procedureVersion }: Content): Form {
  const found = procedureOf(procedure, procedureVersion);
  if (!found)
    throw new Error(`procedure ${procedure} version ${procedureVersion} is gone; a version must never be removed`);
  return found.form;
}
