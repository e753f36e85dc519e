import { ApiTags, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ReasonsInput } from '../case/case.inputs.js';
import { CaseStore } from '../case/case.store.js';
import { Command } from '../command.controller.js';
import { flagSensitive, liftFlag } from './flag-sensitive.js';
import { lockCase, unlockCase } from './lock-case.js';
import { SensitivityInput } from './sensitivity.inputs.js';

/** Cases that hold what Article 52 protects. */
@ApiTags('cases')
@Controller('cases')
export class SensitivityController {
  constructor(@Inject(CaseStore) private readonly cases: CaseStore) {}

  @Command(':id/sensitivity')
  flag(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: SensitivityInput) {
    return this.cases.execute(flagSensitive, id, body, order);
  }

  @Command(':id/sensitivity/lifting')
  liftFlag(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: ReasonsInput) {
    return this.cases.execute(liftFlag, id, body, order);
  }

  @Command(':id/lock')
  lock(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: ReasonsInput) {
    return this.cases.execute(lockCase, id, body, order);
  }

  @Command(':id/lock/lifting')
  unlock(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: ReasonsInput) {
    return this.cases.execute(unlockCase, id, body, order);
  }
}
