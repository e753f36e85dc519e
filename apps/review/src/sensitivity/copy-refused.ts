import { type Refusal, refuse } from '@hub/decider';
import { type Case, isOpened } from '../case/case.js';

/** Nobody, whatever their role, gets a copy of a locked case; what is on the page can still be read there. */
export const copyRefused = (state: Case): Refusal<'case-locked'> | undefined =>
  isOpened(state) && state.file.lock ? refuse('case-locked') : undefined;
