import { CaseDecided, CaseDecisionAccepted } from '@hub/contracts';
import { inReactionTo, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { isOpened, type Opened } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { contentOf } from '../permit/content-of.js';
import { PermitStore } from '../permit/permit.store.js';
import { grantPermit } from './groups.js';

/** The service's reaction to its own decision: one authorisation, one permit, whatever fails in between. */
@Controller()
export class GrantPermitWhenAuthorised {
  constructor(
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(PermitStore) private readonly permits: PermitStore,
  ) {}

  @Reaction(grantPermit, CaseDecided)
  async grantAtOnce(event: Received<typeof CaseDecided>) {
    if (event.data.decision !== 'AUTHORISED') return;
    const { state } = await this.cases.load(event.data.caseId);
    // Where the applicant must accept, the acceptance issues it.
    if (isOpened(state) && !state.file.procedure.decision.acceptance) await this.grant(event, state);
  }

  @Reaction(grantPermit, CaseDecisionAccepted)
  async grantOnAcceptance(event: Received<typeof CaseDecisionAccepted>) {
    if (event.data.status !== 'POSITIVE_DECISION_ACCEPTED') return;
    const { state } = await this.cases.load(event.data.caseId);
    if (isOpened(state)) await this.grant(event, state);
  }

  private async grant(event: Received<typeof CaseDecided | typeof CaseDecisionAccepted>, state: Opened) {
    if (state.file.procedure.decision.outcome !== 'PERMIT') return;
    const { caseId } = event.data;
    const content = contentOf(caseId, state);
    if (!content) throw new Error('announced as authorised, but not so in the journal');
    await this.permits.issue(content, inReactionTo(event, grantPermit));
  }
}
