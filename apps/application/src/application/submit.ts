import type { Context } from '@hub/decider';
import type { ScanFacts } from '../attachment/infected-files.js';
import { slice } from './application.js';
import type { FormFacts } from './draft.js';
import { notReadyToSend } from './sending.js';

/** The project lead submits: nothing may be missing, everything wrong is said at once, the draft stays as it is. */
export const submit = slice({
  name: 'submit',
  by: ['lead'],
  in: ['DRAFT'],
  decide: (_command: object, state, { now, ...facts }: Context & FormFacts & ScanFacts) =>
    notReadyToSend(state, facts) ?? [{ type: 'submitted', submittedAt: now.toISOString() }],
});
