import { type Context, firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';
import { type OptOutListState, optOutSlice } from './opt-out-list.js';

/** Under which id the entries lie ready, how many of them the list does not hold yet, and the key of their hashes. */
export interface Arrival {
  readonly arrivalId: string;
  readonly added: number;
  readonly keyId: string;
}

/** Enters opt-outs and their reversals. What the list holds already changes nothing. */
export const enter = optOutSlice({
  name: 'enter',
  by: ['registrar'],
  in: ['ABSENT', 'KEPT'],
  // The command is no more than a keyed hash of what was sent: enough to know a repeated order by.
  decide(_sent: { content: string }, state, { arrivalId, added, keyId }: Context & Arrival) {
    return keyIsTheLists(state, keyId) ?? (added === 0 ? [] : [{ type: 'changed', arrivalId, keyId }]);
  },
});

/** Somebody asks for a person whether they were out: noted before it is answered. */
export const consult = optOutSlice({
  name: 'consult',
  by: ['registrar', 'authority'],
  in: ['ABSENT', 'KEPT'],
  decide({ asAt }: { asAt: Date }, state, { now, keyId }: Context & { keyId: string }) {
    const refusal = firstRefusal(keyIsTheLists(state, keyId), hasCome(asAt, now));
    return refusal ?? [{ type: 'consulted', asAt: asAt.toISOString() }];
  },
});

export const commands = [enter, consult] as const;

/** Hashes under another key would match nobody, and everybody who is out would be let in. */
function keyIsTheLists(state: OptOutListState, keyId: string): Refusal<RefusalCode> | undefined {
  return isUnderKey(state, keyId) ? undefined : refuse('opt-out-key-differs');
}

export const isUnderKey = (state: OptOutListState, keyId: string): boolean =>
  state.status === 'ABSENT' || state.keyId === undefined || state.keyId === keyId;

const hasCome = (asAt: Date, now: Date): Refusal<RefusalCode> | undefined =>
  asAt > now ? refuse('instant-ahead') : undefined;
