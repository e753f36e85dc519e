import { type Context, refuse } from '@hub/decider';
import { completeness } from '../form/completeness.js';
import { slice } from './application.js';
import type { FormFacts } from './draft.js';

/** The project lead sends the answer to a request for information: every marked field has been touched. */
export const provideInformation = slice({
  name: 'provide-information',
  by: ['lead'],
  in: ['AWAITING_ADDITIONAL_INFORMATION'],
  decide(_command: object, state, { forms }: Context & FormFacts) {
    const { fields, changed, requestId } = state.request;
    const untouched = fields.filter((field) => !changed.includes(field));
    if (untouched.length > 0) return refuse('answers-missing', { fields: untouched });
    const errors = completeness(forms.of(state), state.answers, state.basket !== undefined).flatMap(
      (section) => section.errors,
    );
    return errors.length > 0 ? refuse('incomplete', { errors }) : [{ type: 'information-provided', requestId, fields }];
  },
});
