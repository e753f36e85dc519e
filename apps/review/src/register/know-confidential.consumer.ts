import { ApplicationInformationProvided, ApplicationSubmitted } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { knowConfidential } from '../reactions/groups.js';
import { RegisterStore } from './register.store.js';

/** A summary that the applicant keeps confidential is published by nobody, and is hidden if it was published before. */
@Controller()
export class KnowConfidential {
  constructor(@Inject(RegisterStore) private readonly register: RegisterStore) {}

  @Reaction(knowConfidential, ApplicationSubmitted)
  whenSubmitted(event: Received<typeof ApplicationSubmitted>) {
    return this.know(event);
  }

  @Reaction(knowConfidential, ApplicationInformationProvided)
  whenInformationProvided(event: Received<typeof ApplicationInformationProvided>) {
    return this.know(event);
  }

  private async know({ data, version }: Received<typeof ApplicationSubmitted | typeof ApplicationInformationProvided>) {
    const { applicationId, summaryConfidential } = data;
    if (summaryConfidential === undefined) return;
    await this.register.recordConfidential(applicationId, version, summaryConfidential);
  }
}
