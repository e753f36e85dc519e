import type { Actor } from '@hub/decider';
import { type Opened, reviewCase } from '../case/case.js';

export type { Opened } from '../case/case.js';

/** What a person is to the case behind an entry. */
export const relationsOfCase = (state: Opened, actor: Actor) => reviewCase.relations(state, actor);
