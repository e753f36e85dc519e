import { Clock, isRefusal, type Person } from '@hub/decider';
import { ApiTags, Caller, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Procedures } from '@hub/procedures';
import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { Command } from '../command.controller.js';
import { mayHavePermit } from '../permit/content-of.js';
import { PermitStore } from '../permit/permit.store.js';
import { assignOfficer } from './assign-officer.js';
import * as input from './case.inputs.js';
import { isOpened } from './case.js';
import { CaseStore } from './case.store.js';
import { showsConflicts, viewOf } from './case.view.js';
import { changeTrack } from './change-track.js';
import { renewAuthorityTime } from './extend-time.js';
import { forgoAssessment } from './forgo-assessment.js';
import { goOnToAuthority } from './go-on-to-authority.js';
import * as phases from './phases.inputs.js';
import { proposeDecision } from './propose-decision.js';
import { recordCompleteness } from './record-completeness.js';
import { redirect } from './redirect.js';
import { rejectIncomplete } from './reject-incomplete.js';
import { requestInformation, requestInformationForDecision } from './request-information.js';

@ApiTags('cases')
@Controller('cases')
export class CaseController {
  constructor(
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(PermitStore) private readonly permits: PermitStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Procedures) private readonly procedures: Procedures,
  ) {}

  @Get('by-application/:applicationId')
  readByApplication(@Caller() person: Person, @Param('applicationId') applicationId: string) {
    return this.read(person, this.cases.idFor(applicationId));
  }

  @Get(':id')
  async read(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.cases.read(id, person);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    if (!isOpened(state)) throw new Error('a case that exists is open');
    const permitId = mayHavePermit(state) ? await this.permits.idOfCase(id) : undefined;
    const allowed = this.cases.allowed(state, person);
    const conflicts = showsConflicts(state, person) ? await this.cases.conflictsOf(state) : {};
    return viewOf(state, person, { id, version, now: this.clock.now(), allowed, permitId, conflicts });
  }

  @Command(':id/officer')
  assignOfficer(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.OfficerInput) {
    return this.cases.execute(assignOfficer, id, body, order);
  }

  @Command(':id/information-requests')
  requestInformation(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() body: input.InformationRequestInput,
  ) {
    return this.cases.execute(requestInformation, id, body, order);
  }

  @Command(':id/completeness')
  recordCompleteness(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { urgent = false, items }: phases.CompletenessInput,
  ) {
    return this.cases.execute(recordCompleteness, id, { urgent, items }, order);
  }

  @Command(':id/rejection')
  rejectIncomplete(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.ReasonsInput) {
    return this.cases.execute(rejectIncomplete, id, body, order);
  }

  @Command(':id/redirection')
  redirect(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: phases.RedirectionInput) {
    return this.cases.execute(redirect, id, body, order, { procedures: this.procedures });
  }

  @Command(':id/track')
  changeTrack(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: phases.TrackInput) {
    return this.cases.execute(changeTrack, id, body, order, { procedures: this.procedures });
  }

  @Command(':id/proposals')
  proposeDecision(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: phases.ProposalInput) {
    return this.cases.execute(proposeDecision, id, body, order);
  }

  @Command(':id/proposals/forgone')
  forgoAssessment(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.ReasonInput) {
    return this.cases.execute(forgoAssessment, id, body, order);
  }

  @Command(':id/authority')
  goOnToAuthority(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.cases.execute(goOnToAuthority, id, {}, order);
  }

  @Command(':id/decision/information-requests')
  requestInformationForDecision(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() body: input.InformationRequestInput,
  ) {
    return this.cases.execute(requestInformationForDecision, id, body, order);
  }

  @Command(':id/decision/renewal')
  renewAuthorityTime(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.ReasonInput) {
    return this.cases.execute(renewAuthorityTime, id, body, order);
  }
}
