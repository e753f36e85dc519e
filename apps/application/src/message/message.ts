import { type Aggregate, slicesOf } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';
import type { Side } from './sides.js';

export type MessageState = { readonly status: 'ABSENT' } | { readonly status: 'SENT' };

export type MessageEvent = {
  readonly type: 'sent';
  readonly applicationId: string;
  readonly fromSide: Side;
  /** Of the thread; absent in the case's own correspondence. */
  readonly sides?: readonly Side[];
  readonly senderId: string;
  readonly organisationId: string;
  readonly field?: string;
  readonly text: string;
  readonly attachments: readonly string[];
  /** The authority elsewhere whose papers these are. */
  readonly origin?: string;
  readonly sentAt: string;
};

/** A message never changes. Who may write is the application's to say: `sides.ts`. */
export const message: Aggregate<MessageState, MessageEvent, 'writer'> = {
  name: 'message',
  initial: { status: 'ABSENT' },
  evolve: () => ({ status: 'SENT' }),
  relations: (state, actor) => (state.status === 'ABSENT' && actor.kind === 'person' ? ['writer'] : []),
};

export const messageSlice = slicesOf<MessageState, MessageEvent, 'writer', RefusalCode>();
