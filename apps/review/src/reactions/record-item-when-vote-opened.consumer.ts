import { CaseVoteOpened, CaseVoteReopened } from '@hub/contracts';
import { isRefusal } from '@hub/decider';
import { inReactionTo, type Log, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { recordItemOpened } from '../session/hold-session.js';
import { SessionStore } from '../session/session.store.js';
import { recordItem } from './groups.js';

/** The case decides on its vote; the session in which it was opened records who takes part and the quorum. */
@Controller()
export class RecordItemWhenVoteOpened {
  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  @Reaction(recordItem, CaseVoteOpened)
  opened(event: Received<typeof CaseVoteOpened>) {
    return this.record(event);
  }

  @Reaction(recordItem, CaseVoteReopened)
  reopened(event: Received<typeof CaseVoteReopened>) {
    return this.record(event);
  }

  private async record(event: Received<typeof CaseVoteOpened> | Received<typeof CaseVoteReopened>): Promise<void> {
    const { caseId, present, quorum, sessionId } = event.data;
    if (sessionId === undefined) return;
    const command = { caseId, present, quorum };
    const outcome = await this.sessions.execute(recordItemOpened, sessionId, command, inReactionTo(event, recordItem));
    if (isRefusal(outcome)) this.log.warn({ sessionId, refused: outcome.refused }, 'a vote was recorded in no session');
  }
}
