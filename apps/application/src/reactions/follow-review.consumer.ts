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
} from '@hub/contracts';
import { accepted, inReactionTo, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import type { FollowedStatus, ReviewedStatus } from '../application/application.js';
import { ApplicationStore } from '../application/application.store.js';
import { admitReviewer, awaitInformation, followStatus, recuseReviewer } from '../application/follow-review.js';

const reaction = 'application.follow-review';

/** The review decides; the application follows, once per event. */
@Controller()
export class FollowReview {
  constructor(@Inject(ApplicationStore) private readonly applications: ApplicationStore) {}

  @Reaction(reaction, CaseOpened)
  opened(event: Received<typeof CaseOpened>) {
    return this.follow(event, event.data.applicationId, 'PRE_SCREENING');
  }

  @Reaction(reaction, CaseFoundComplete)
  complete(event: Received<typeof CaseFoundComplete>) {
    return this.follow(event, event.data.applicationId, 'PROCESSING');
  }

  @Reaction(reaction, CaseFoundCompleteToPhase)
  completeToPhase(event: Received<typeof CaseFoundCompleteToPhase>) {
    return this.follow(event, event.data.applicationId, 'PROCESSING');
  }

  @Reaction(reaction, CaseDecided)
  decided(event: Received<typeof CaseDecided>) {
    return this.follow(event, event.data.applicationId, event.data.status ?? 'DECISION_ISSUED');
  }

  @Reaction(reaction, CaseDecisionAccepted)
  accepted(event: Received<typeof CaseDecisionAccepted>) {
    return this.follow(event, event.data.applicationId, event.data.status);
  }

  @Reaction(reaction, CaseDecisionDeclined)
  declined(event: Received<typeof CaseDecisionDeclined>) {
    return this.follow(event, event.data.applicationId, 'POSITIVE_DECISION_REJECTED');
  }

  @Reaction(reaction, CaseDecisionUnanswered)
  unanswered(event: Received<typeof CaseDecisionUnanswered>) {
    return this.follow(event, event.data.applicationId, 'WITHDRAWN');
  }

  @Reaction(reaction, CaseDecisionAppealed)
  appealed(event: Received<typeof CaseDecisionAppealed>) {
    return this.follow(event, event.data.applicationId, 'NEGATIVE_DECISION_APPEALED');
  }

  @Reaction(reaction, CaseDecisionAppealRuled)
  ruled(event: Received<typeof CaseDecisionAppealRuled>) {
    return this.follow(event, event.data.applicationId, `APPEAL_${event.data.ruling}`);
  }

  @Reaction(reaction, CaseRegistered)
  registered(event: Received<typeof CaseRegistered>) {
    return this.follow(event, event.data.applicationId, 'REGISTERED');
  }

  @Reaction(reaction, CaseRedirected)
  redirected(event: Received<typeof CaseRedirected>) {
    return this.follow(event, event.data.applicationId, 'REDIRECTED');
  }

  @Reaction(reaction, CaseInformationReceived)
  received(event: Received<typeof CaseInformationReceived>) {
    return this.follow(event, event.data.applicationId, event.data.phase as ReviewedStatus);
  }

  @Reaction(reaction, CaseRejectedIncomplete)
  rejected(event: Received<typeof CaseRejectedIncomplete>) {
    return this.follow(event, event.data.applicationId, 'REJECTED_INCOMPLETE');
  }

  @Reaction(reaction, CaseInformationRequested)
  async asked(event: Received<typeof CaseInformationRequested>) {
    const { applicationId, requestId, fields, phase } = event.data;
    const command = { requestId, fields, phase: phase as ReviewedStatus };
    return accepted(
      await this.applications.execute(awaitInformation, applicationId, command, inReactionTo(event, reaction)),
    );
  }

  @Reaction(reaction, CaseInterestDeclared)
  async declared(event: Received<typeof CaseInterestDeclared>) {
    const { applicationId, memberId, recused } = event.data;
    const slice = recused ? recuseReviewer : admitReviewer;
    const command = { reviewerId: memberId };
    accepted(await this.applications.execute(slice, applicationId, command, inReactionTo(event, reaction)));
  }

  private async follow(event: Received, applicationId: string, status: FollowedStatus) {
    const command = { status, cause: event.type };
    return accepted(
      await this.applications.execute(followStatus, applicationId, command, inReactionTo(event, reaction)),
    );
  }
}
