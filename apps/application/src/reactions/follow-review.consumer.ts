import {
  CaseDecided,
  CaseDecisionAccepted,
  CaseDecisionAppealed,
  CaseDecisionAppealRuled,
  CaseDecisionDeclined,
  CaseDecisionUnanswered,
  CaseFoundComplete,
  CaseFoundCompleteToPhase,
  CaseInformationReceived,
  CaseInformationRequested,
  CaseInterestDeclared,
  CaseOpened,
  CaseRedirected,
  CaseRegistered,
  CaseRejectedIncomplete,
  CaseTrackChanged,
  type DataOf,
  type EventContract,
} from '@hub/contracts';
import { accepted, inReactionTo, Reaction, type Received, reactionToEach } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import type { FollowedStatus, ReviewedStatus } from '../application/application.js';
import { ApplicationStore } from '../application/application.store.js';
import {
  admitReviewer,
  awaitInformation,
  followStatus,
  followTrack,
  recuseReviewer,
} from '../application/follow-review.js';

const reaction = 'application.follow-review';

/** Where an application stands after an event of its case. */
const after = <Contract extends EventContract>(
  contract: Contract,
  status: FollowedStatus | ((data: DataOf<Contract>) => FollowedStatus),
) => ({ contract, statusOf: (data: unknown) => (typeof status === 'function' ? status(data as never) : status) });

/** The review decides; the application follows, once per event. */
@Controller()
export class FollowReview {
  constructor(@Inject(ApplicationStore) private readonly applications: ApplicationStore) {}

  @Reaction(reaction, CaseInformationRequested)
  async asked(event: Received<typeof CaseInformationRequested>) {
    const { applicationId, requestId, fields, phase } = event.data;
    const command = { requestId, fields, phase: phase as ReviewedStatus };
    accepted(await this.applications.execute(awaitInformation, applicationId, command, inReactionTo(event, reaction)));
  }

  @Reaction(reaction, CaseTrackChanged)
  async moved(event: Received<typeof CaseTrackChanged>) {
    const { applicationId, procedure, procedureVersion } = event.data;
    const order = inReactionTo(event, reaction);
    accepted(await this.applications.execute(followTrack, applicationId, { procedure, procedureVersion }, order));
  }

  @Reaction(reaction, CaseInterestDeclared)
  async declared(event: Received<typeof CaseInterestDeclared>) {
    const { applicationId, memberId, recused } = event.data;
    const slice = recused ? recuseReviewer : admitReviewer;
    const command = { reviewerId: memberId };
    accepted(await this.applications.execute(slice, applicationId, command, inReactionTo(event, reaction)));
  }

  async follow(event: Received, status: FollowedStatus) {
    const { applicationId } = event.data as { applicationId: string };
    const command = { status, cause: event.type };
    accepted(await this.applications.execute(followStatus, applicationId, command, inReactionTo(event, reaction)));
  }
}

for (const follows of [
  after(CaseOpened, 'PRE_SCREENING'),
  after(CaseFoundComplete, 'PROCESSING'),
  after(CaseFoundCompleteToPhase, 'PROCESSING'),
  after(CaseInformationReceived, ({ phase }) => phase as ReviewedStatus),
  after(CaseRejectedIncomplete, 'REJECTED_INCOMPLETE'),
  after(CaseRedirected, 'REDIRECTED'),
  after(CaseRegistered, 'REGISTERED'),
  after(CaseDecided, ({ status }) => status ?? 'DECISION_ISSUED'),
  after(CaseDecisionAccepted, ({ status }) => status),
  after(CaseDecisionDeclined, 'POSITIVE_DECISION_REJECTED'),
  after(CaseDecisionUnanswered, 'WITHDRAWN'),
  after(CaseDecisionAppealed, 'NEGATIVE_DECISION_APPEALED'),
  after(CaseDecisionAppealRuled, ({ ruling }) => `APPEAL_${ruling}`),
]) {
  reactionToEach(FollowReview, reaction, [follows.contract], (consumer, event) =>
    consumer.follow(event, follows.statusOf(event.data)),
  );
}
