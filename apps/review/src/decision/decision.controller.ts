import { isRefusal, type Person, type Refusal, refuse } from '@hub/decider';
import { ApiTags, Caller, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { pdfOf } from '@hub/pdf';
import { Body, Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { isOpened } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { authorise, refuseAuthorisation } from '../case/decide.js';
import { Command } from '../command.controller.js';
import { LanguageInput } from '../permit/permit.inputs.js';
import { PermitKey } from '../permit/permit-key.config.js';
import { copyRefused } from '../sensitivity/copy-refused.js';
import { Templates } from '../template/templates.js';
import { acceptDecision, declineDecision } from './answer-decision.js';
import { appealDecision, ruleOnDecisionAppeal } from './appeal-decision.js';
import * as input from './decision.inputs.js';
import { deliverStatistics } from './deliver-statistics.js';
import { estimateFees } from './estimate-fees.js';
import { cardOnPaper, type IssuedCard, issueCard } from './issue-card.js';

/** The decision on a case and what follows it. */
@ApiTags('decisions')
@Controller('cases')
export class DecisionController {
  constructor(
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(PermitKey) private readonly key: PermitKey,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  @Command(':id/fees')
  estimateFees(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.FeesInput) {
    return this.cases.execute(estimateFees, id, body, order);
  }

  @Command(':id/decision')
  decide(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { decision, ...body }: input.DecisionInput,
  ) {
    const { reasons, followedProposal, reasonsOnProposal } = body;
    return decision === 'AUTHORISED'
      ? this.cases.execute(authorise, id, body, order)
      : this.cases.execute(refuseAuthorisation, id, { reasons, followedProposal, reasonsOnProposal }, order);
  }

  @Command(':id/decision/acceptance')
  accept(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.cases.execute(acceptDecision, id, {}, order);
  }

  @Command(':id/decision/decline')
  decline(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.DeclineInput) {
    return this.cases.execute(declineDecision, id, body, order);
  }

  @Command(':id/decision/appeal')
  appeal(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.DecisionAppealInput) {
    return this.cases.execute(appealDecision, id, body, order);
  }

  @Command(':id/decision/appeal/ruling')
  rule(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.DecisionAppealRulingInput) {
    return this.cases.execute(ruleOnDecisionAppeal, id, body, order);
  }

  @Command(':id/statistics')
  deliver(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.StatisticsInput) {
    return this.cases.execute(deliverStatistics, id, body, order);
  }

  /** The decision with its reasons and answers, signed. */
  @Get(':id/decision-card')
  async card(@Caller() person: Person, @Param('id') id: string) {
    const card = await this.cardOf(person, id);
    return isRefusal(card) ? card : card.signed;
  }

  @Get(':id/decision-card.pdf')
  async print(@Caller() person: Person, @Param('id') id: string, @Query() { lang }: LanguageInput) {
    const card = await this.cardOf(person, id);
    if (isRefusal(card)) return card;
    const disposition = `inline; filename="${card.signed.document.id}-${lang}.pdf"`;
    return new StreamableFile(await pdfOf(cardOnPaper(card, lang)), { type: 'application/pdf', disposition });
  }

  private async cardOf(person: Person, id: string): Promise<IssuedCard | Refusal> {
    const found = await this.cases.read(id, person);
    if (isRefusal(found)) return found;
    const { state } = found;
    if (!isOpened(state) || !('decision' in state)) return refuse('not-found');
    return copyRefused(state) ?? issueCard(id, state, { seal: this.key.seal, templates: this.templates });
  }
}
