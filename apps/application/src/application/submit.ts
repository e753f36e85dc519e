import { type Context, refuse } from '@hub/decider';
import { completeness } from '../form/completeness.js';
import { slice } from './application.js';
import type { FormFacts } from './draft.js';

/** The project lead submits: nothing may be missing, everything wrong is said at once, the draft stays as it is. */
export const submit = slice({
  name: 'submit',
  by: ['lead'],
  in: ['DRAFT'],
  decide(_command: object, state, { now, forms }: Context & FormFacts) {
    const errors = completeness(forms.of(state), state.answers, state.basket !== undefined).flatMap(
      (section) => section.errors,
    );
    return errors.length > 0
      ? refuse('incomplete', { errors })
      : [{ type: 'submitted', submittedAt: now.toISOString() }];
  },
});
