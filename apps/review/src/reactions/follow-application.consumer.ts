import { ApplicationInformationProvided, ApplicationSubmitted, ApplicationWithdrawn } from '@hub/contracts';
import { isRefusal } from '@hub/decider';
import { inReactionTo, type Log, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CaseStore } from '../case/case.store.js';
import { closeByWithdrawal } from '../case/close-by-withdrawal.js';
import { openCase } from '../case/open-case.js';
import { receiveInformation } from '../case/receive-information.js';
import { followApplication } from './groups.js';

/** What the applicant does to a case, through the application. */
@Controller()
export class FollowApplication {
  constructor(
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  @Reaction(followApplication, ApplicationSubmitted)
  async openCaseWhenApplicationSubmitted(event: Received<typeof ApplicationSubmitted>) {
    const { applicationId, procedure, leadId, organisationId, team, scope, purposes = [], submittedAt } = event.data;
    const command = { applicationId, procedure, leadId, organisationId, team, scope, purposes, submittedAt };
    const order = inReactionTo(event, 'review.open-case-when-application-submitted');
    const outcome = await this.cases.execute(openCase, this.cases.idFor(applicationId), command, order);
    // Announced again under another id, the application already has its case.
    if (isRefusal(outcome) && outcome.refused !== 'not-allowed-now') throw new Error(`refused: ${outcome.refused}`);
  }

  @Reaction(followApplication, ApplicationInformationProvided)
  async receiveInformationWhenProvided(event: Received<typeof ApplicationInformationProvided>) {
    const { applicationId, requestId, team, scope } = event.data;
    const command = { requestId, team, scope, providedAt: event.time.toISOString() };
    const order = inReactionTo(event, 'review.receive-information-when-provided');
    const outcome = await this.cases.execute(receiveInformation, this.cases.idFor(applicationId), command, order);
    if (isRefusal(outcome)) this.log.warn({ applicationId, refused: outcome.refused }, 'an answer changed nothing');
  }

  @Reaction(followApplication, ApplicationWithdrawn)
  async closeCaseWhenApplicationWithdrawn(event: Received<typeof ApplicationWithdrawn>) {
    const { applicationId } = event.data;
    const command = { withdrawnAt: event.time.toISOString() };
    const order = inReactionTo(event, 'review.close-case-when-application-withdrawn');
    const outcome = await this.cases.execute(closeByWithdrawal, this.cases.idFor(applicationId), command, order);
    if (isRefusal(outcome)) this.log.warn({ applicationId, refused: outcome.refused }, 'a withdrawal changed nothing');
  }
}
