import { isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { pdfOf } from '@hub/pdf';
import { Body, Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { Command } from '../command.controller.js';
import { copyRefused } from '../sensitivity/copy-refused.js';
import * as input from './case.inputs.js';
import { CaseStore } from './case.store.js';
import { castVote } from './cast-vote.js';
import * as committee from './committee.inputs.js';
import { declareInterest, recuseMember } from './declare-interest.js';
import { extendOpinion } from './extend-time.js';
import { fileRemark } from './file-remark.js';
import { fileReport } from './file-report.js';
import { callHearing, holdHearing } from './hearing.js';
import { issueOpinion } from './issue-opinion.js';
import { openVote, reopenVote } from './open-vote.js';
import { opinionDocument, readsOpinion } from './opinion-document.js';

/** What the committee does with a case. */
@ApiTags('cases')
@Controller('cases')
export class CommitteeController {
  constructor(@Inject(CaseStore) private readonly cases: CaseStore) {}

  @Command(':id/interests')
  declareInterest(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.InterestInput) {
    return this.cases.execute(declareInterest, id, body, order);
  }

  @Command(':id/recusals')
  recuseMember(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: committee.MemberInput) {
    return this.cases.execute(recuseMember, id, body, order);
  }

  @Command(':id/rapporteurs')
  nameRapporteurs(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.RapporteursInput) {
    return this.cases.nameRapporteurs(id, body, order);
  }

  @Command(':id/reports')
  fileReport(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.ReportInput) {
    return this.cases.execute(fileReport, id, body, order);
  }

  @Command(':id/remarks')
  fileRemark(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: committee.RemarkTextInput) {
    return this.cases.execute(fileRemark, id, body, order);
  }

  @Command(':id/hearings')
  callHearing(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: committee.HearingInput) {
    return this.cases.execute(callHearing, id, body, order);
  }

  @Command(':id/hearings/summary')
  holdHearing(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() body: committee.HearingSummaryInput,
  ) {
    return this.cases.execute(holdHearing, id, body, order);
  }

  @Command(':id/vote')
  openVote(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.OpenVoteInput) {
    return this.cases.execute(openVote, id, body, order);
  }

  @Command(':id/vote/reopening')
  reopenVote(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: committee.PresentInput) {
    return this.cases.execute(reopenVote, id, body, order);
  }

  @Command(':id/votes')
  castVote(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.VoteInput) {
    return this.cases.execute(castVote, id, body, order);
  }

  @Command(':id/opinion')
  issueOpinion(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.OpinionInput) {
    return this.cases.execute(issueOpinion, id, body, order);
  }

  @Command(':id/opinion/extension')
  extendOpinion(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.ReasonInput) {
    return this.cases.execute(extendOpinion, id, body, order);
  }

  /** The opinion as a document, for everybody who may read it on the case. */
  @Get(':id/opinion.pdf')
  async opinion(@Caller() person: Person, @Param('id') id: string, @Query() { lang }: committee.DocumentInput) {
    const found = await this.cases.read(id, person);
    if (isRefusal(found)) return found;
    if (!readsOpinion(found.state, person)) return refuse('not-found');
    const locked = copyRefused(found.state);
    if (locked) return locked;
    const document = opinionDocument(found.state, person, lang);
    if (!document) return refuse('no-opinion-yet');
    return new StreamableFile(await pdfOf(document), {
      type: 'application/pdf',
      disposition: `inline; filename="opinion-${document.at.toISOString().slice(0, 10)}.pdf"`,
    });
  }
}
