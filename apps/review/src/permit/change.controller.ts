import { ApiTags, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Procedures } from '@hub/procedures';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { Command } from '../command.controller.js';
import { amendTeam } from './amend-team.js';
import { appealRevocation } from './appeal-revocation.js';
import * as input from './change.inputs.js';
import { RevocationInput, TeamAmendmentInput } from './permit.inputs.js';
import { PermitStore } from './permit.store.js';
import { baseIdOf } from './permit-id.js';
import { beyondAmendment, requestAmendment, requestRenewal } from './request-change.js';
import { revoke } from './revoke.js';
import { ruleOnAppeal } from './rule-on-appeal.js';
import { approveChange, rejectChange } from './rule-on-change.js';

/** What changes a permit after it was granted. */
@ApiTags('permits')
@Controller('permits')
export class ChangeController {
  constructor(
    @Inject(PermitStore) private readonly permits: PermitStore,
    @Inject(Procedures) private readonly procedures: Procedures,
  ) {}

  @Command(':id/team')
  amendTeam(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { add = [], remove = [], reason }: TeamAmendmentInput,
  ) {
    return this.permits.execute(amendTeam, baseIdOf(id), { add, remove, reason }, order, this.permits.sealing());
  }

  @Command(':id/amendment-requests')
  requestAmendment(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() body: input.AmendmentRequestInput,
  ) {
    const { add = [], remove = [], validity, tools, points, justification, askedBy } = body;
    const parts = { ...(validity && { validity }), ...(tools && { tools }), ...(points && { points }) };
    const amendment = { kind: 'AMENDMENT' as const, add, remove, ...parts };
    const beyond = beyondAmendment.filter((point) => body[point] !== undefined);
    return this.permits.execute(requestAmendment, baseIdOf(id), { amendment, justification, beyond, askedBy }, order);
  }

  @Command(':id/renewal-requests')
  requestRenewal(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() body: input.RenewalRequestInput,
  ) {
    return this.permits.execute(requestRenewal, baseIdOf(id), body, order, { procedures: this.procedures });
  }

  @Command(':id/change-ruling')
  ruleOnChange(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { ruling, requestId, reasons = '' }: input.ChangeRulingInput,
  ) {
    return ruling === 'APPROVED'
      ? this.permits.execute(approveChange, baseIdOf(id), { requestId }, order, this.permits.sealing())
      : this.permits.execute(rejectChange, baseIdOf(id), { requestId, reasons }, order);
  }

  @Command(':id/revocation')
  revoke(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: RevocationInput) {
    return this.permits.execute(revoke, baseIdOf(id), body, order);
  }

  @Command(':id/appeal')
  appealRevocation(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.AppealInput) {
    return this.permits.execute(appealRevocation, baseIdOf(id), body, order, { procedures: this.procedures });
  }

  @Command(':id/appeal/ruling')
  ruleOnAppeal(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: input.AppealRulingInput) {
    return this.permits.execute(ruleOnAppeal, baseIdOf(id), body, order, this.permits.sealing());
  }
}
