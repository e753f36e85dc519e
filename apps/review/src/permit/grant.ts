import type { Context } from '@hub/decider';
import { documentOf, type PermitContent } from './document.js';
import { type Sealing, slice } from './permit.js';

export interface Grant {
  readonly baseId: string;
  readonly content: PermitContent;
}

/** An authorisation becomes a signed permit: exactly this data, for exactly these people, for this long. */
export const grant = slice({
  name: 'grant',
  by: ['system'],
  in: ['ABSENT'],
  decide({ baseId, content }: Grant, _state, { now, seal, template }: Context & Sealing) {
    const signed = seal(documentOf(content, { baseId, version: 1, at: now.toISOString(), template }));
    return [{ type: 'granted', baseId, content, signed }];
  },
});
