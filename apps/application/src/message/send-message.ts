import { type Context, refuse } from '@hub/decider';
import type { WithContent } from '../application/application.js';
import { messageSlice } from './message.js';
import type { Correspondence, Side } from './sides.js';
import { examines, type ThreadFacts, threadOf, threadRefused } from './thread.js';

export interface SendMessage {
  readonly applicationId: string;
  /** The other sides of the thread; absent in the case's own correspondence. */
  readonly with?: readonly Side[];
  readonly text: string;
  readonly field?: string;
  /** Files that arrived for it. */
  readonly attachments: readonly string[];
  /** The authority elsewhere that shared these files about the case. */
  readonly origin?: string;
}

export interface MessageFacts {
  readonly application: WithContent;
  readonly correspondence: Correspondence;
  readonly thread: ThreadFacts;
  /** Names of the form's fields. */
  readonly fields: readonly string[];
  /** Those of the files that the sender sent for a message and that hang on none yet. */
  readonly arrived: readonly string[];
}

/** Somebody of one side writes to the others. */
export const sendMessage = messageSlice({
  name: 'send-message',
  by: ['writer'],
  in: ['ABSENT'],
  decide({ with: others = [], ...command }: SendMessage, _state, context: Context & MessageFacts) {
    const { actor, now, application, correspondence, thread, fields, arrived } = context;
    const { side, mayWrite } = correspondence;
    if (actor.kind !== 'person' || side === undefined) return refuse('message-not-yours');
    if (!mayWrite) return refuse('message-not-now', { status: application.status });
    const refused = threadRefused(side, others, thread);
    if (refused) return refused;
    if (command.field !== undefined && !fields.includes(command.field))
      return refuse('unknown-fields', { fields: [command.field] });
    if (command.attachments.some((id) => !arrived.includes(id))) return refuse('no-such-file');
    if (command.origin !== undefined && !areFiled(command.attachments, side, others))
      return refuse('papers-among-examiners');
    const sides = others.length > 0 ? { sides: threadOf([side, ...others]) } : {};
    const sender = { fromSide: side, senderId: actor.id, organisationId: actor.organisation };
    return [{ type: 'sent', ...command, ...sides, ...sender, sentAt: now.toISOString() }];
  },
});

/** What an authority elsewhere shares is for whoever examines the case, never for the applicant or a holder. */
const areFiled = (attachments: readonly string[], side: Side, others: readonly Side[]): boolean =>
  attachments.length > 0 && others.length > 0 && [side, ...others].every(examines);
