import {
  ApplicationInformationProvided,
  ApplicationLeadHandedOver,
  ApplicationSubmitted,
  ApplicationWithdrawn,
  type DataScope,
} from '@hub/contracts';
import { isRefusal } from '@hub/decider';
import { inReactionTo, type Log, Reaction, type Received } from '@hub/messaging';
import { Procedures } from '@hub/procedures';
import { Controller, Inject } from '@nestjs/common';
import { isOpened } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { closeByWithdrawal } from '../case/close-by-withdrawal.js';
import { followLead } from '../case/follow-lead.js';
import { openCase } from '../case/open-case.js';
import { receiveInformation } from '../case/receive-information.js';
import { KnownHolders } from '../catalogue/known-holders.store.js';
import { followApplication } from './groups.js';

/** What the applicant does to a case, through the application. */
@Controller()
export class FollowApplication {
  constructor(
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(KnownHolders) private readonly holders: KnownHolders,
    @Inject(Procedures) private readonly procedures: Procedures,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  @Reaction(followApplication, ApplicationSubmitted)
  async openCaseWhenApplicationSubmitted(event: Received<typeof ApplicationSubmitted>) {
    const { applicationId, scope, purposes = [] } = event.data;
    const command = { ...event.data, purposes, ...(await this.knownOf(scope)) };
    const order = inReactionTo(event, 'review.open-case-when-application-submitted');
    const { cases, procedures } = this;
    const outcome = await cases.execute(openCase, cases.idFor(applicationId), command, order, { procedures });
    // Announced again under another id, the application already has its case.
    if (!isRefusal(outcome) || outcome.refused === 'not-allowed-now') return;
    const { procedure, procedureVersion } = event.data;
    const remedy =
      outcome.refused === 'unknown-procedure'
        ? `: the application service has ${procedure} version ${procedureVersion}; give both services the same PROCEDURES_FILE`
        : '';
    throw new Error(`refused: ${outcome.refused}${remedy}`);
  }

  @Reaction(followApplication, ApplicationInformationProvided)
  async receiveInformationWhenProvided(event: Received<typeof ApplicationInformationProvided>) {
    const { applicationId, requestId, team, scope, parties, use } = event.data;
    const facts = { ...(parties && { parties }), ...(use && { use }) };
    const known = await this.knownOf(scope);
    const command = { requestId, team, scope, ...facts, ...known, providedAt: event.time.toISOString() };
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

  @Reaction(followApplication, ApplicationLeadHandedOver)
  async followLeadWhenHandedOver(event: Received<typeof ApplicationLeadHandedOver>) {
    const { applicationId, toId: leadId, organisationId } = event.data;
    const id = this.cases.idFor(applicationId);
    if (!isOpened((await this.cases.load(id)).state)) return; // of a draft: its submission says who leads
    const command = { leadId, organisationId, handedOverAt: event.time.toISOString() };
    const order = inReactionTo(event, 'review.follow-lead-when-handed-over');
    const outcome = await this.cases.execute(followLead, id, command, order);
    if (isRefusal(outcome)) this.log.warn({ applicationId, refused: outcome.refused }, 'a new lead changed nothing');
  }

  /** What the catalogue has told of the datasets asked for. */
  private async knownOf({ datasets }: DataScope) {
    const ids = datasets.map(({ datasetId }) => datasetId);
    const [holderIds, categories] = await Promise.all([this.holders.of(ids), this.holders.categoriesOf(ids)]);
    return { holderIds, ...(categories.length > 0 && { categories }) };
  }
}
