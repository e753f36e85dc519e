import { CaseLocked, CaseUnlocked } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CaseLocks } from '../lock/case-locks.store.js';

const reaction = 'application.refuse-copies-when-case-locked';

/** The review locks a case; what this service holds of it is copied by nobody until it is unlocked. */
@Controller()
export class RefuseCopiesWhenCaseLocked {
  constructor(@Inject(CaseLocks) private readonly locks: CaseLocks) {}

  @Reaction(reaction, CaseLocked)
  locked({ data, version }: Received<typeof CaseLocked>) {
    return this.locks.note(data.applicationId, true, version);
  }

  @Reaction(reaction, CaseUnlocked)
  unlocked({ data, version }: Received<typeof CaseUnlocked>) {
    return this.locks.note(data.applicationId, false, version);
  }
}
