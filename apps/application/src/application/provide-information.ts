import { type Context, refuse } from '@hub/decider';
import type { ScanFacts } from '../attachment/infected-files.js';
import { slice } from './application.js';
import type { FormFacts } from './draft.js';
import { notReadyToSend } from './sending.js';

/** The project lead sends the answer to a request for information: every marked field has been touched. */
export const provideInformation = slice({
  name: 'provide-information',
  by: ['lead'],
  in: ['AWAITING_ADDITIONAL_INFORMATION'],
  decide(_command: object, state, facts: Context & FormFacts & ScanFacts) {
    const { fields, changed, requestId } = state.request;
    const untouched = fields.filter((field) => !changed.includes(field));
    if (untouched.length > 0) return refuse('answers-missing', { fields: untouched });
    return notReadyToSend(state, facts) ?? [{ type: 'information-provided', requestId, fields }];
  },
});
