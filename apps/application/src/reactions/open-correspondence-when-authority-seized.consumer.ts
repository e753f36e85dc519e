import { CaseAuthoritySeized } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { MessageStore } from '../message/message.store.js';

/** The authority reads and writes messages of a case once it came to it. Noting that twice is noting it once. */
@Controller()
export class OpenCorrespondenceWhenAuthoritySeized {
  constructor(@Inject(MessageStore) private readonly messages: MessageStore) {}

  @Reaction('application.open-correspondence-when-authority-seized', CaseAuthoritySeized)
  seized(event: Received<typeof CaseAuthoritySeized>) {
    return this.messages.noteSeized(event.data.applicationId);
  }
}
