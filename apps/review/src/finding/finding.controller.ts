import { ApiTags, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CaseStore } from '../case/case.store.js';
import { Command } from '../command.controller.js';
import { FindingInput } from './finding.inputs.js';
import { recordFinding, recordHoldersFinding } from './record-finding.js';

/** What the assessors find on the criteria of a case's procedure. */
@ApiTags('cases')
@Controller('cases')
export class FindingController {
  constructor(@Inject(CaseStore) private readonly cases: CaseStore) {}

  @Command(':id/findings')
  recordFinding(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: FindingInput) {
    return this.cases.execute(recordFinding, id, body, order);
  }

  @Command(':id/proposals/findings')
  recordHoldersFinding(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: FindingInput) {
    return this.cases.execute(recordHoldersFinding, id, body, order);
  }
}
