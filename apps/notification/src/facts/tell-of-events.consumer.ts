import {
  applicationEvents,
  catalogEvents,
  committeeEvents,
  decisionEvents,
  draftEvents,
  type EventContract,
  exportEvents,
  MandateEnded,
  MandateGiven,
  mandateChanges,
  messageEvents,
  permitEvents,
  registerEvents,
  resultEvents,
  reviewEvents,
  workspaceEvents,
} from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { GiveNotices } from '../notice/give-notices.store.js';

// One group for each kind of thing: an event that waits for the facts of another topic must not hold that topic up.
const applications = 'notification.tell-of-applications';
const messages = 'notification.tell-of-messages';
const reviews = 'notification.tell-of-reviews';
const workspaces = 'notification.tell-of-workspaces';
const exports = 'notification.tell-of-exports';
const datasets = 'notification.know-datasets';
const mandates = 'notification.tell-of-mandates';

/** Takes every event of the hub into the facts, and tells those whom the table of rules names. */
@Controller()
export class TellOfEvents {
  constructor(@Inject(GiveNotices) private readonly notices: GiveNotices) {}

  tell(event: Received, reaction: string): Promise<void> {
    return this.notices.inReactionTo(event, reaction);
  }
}

/** A reaction is a method to Nest; all of ours do the same. */
function method(
  { type }: EventContract,
  reaction: string,
): TypedPropertyDescriptor<(event: Received) => Promise<void>> {
  const descriptor = {
    value(this: TellOfEvents, event: Received) {
      return this.tell(event, reaction);
    },
    writable: true,
    configurable: true,
  };
  Object.defineProperty(TellOfEvents.prototype, type, descriptor);
  return descriptor;
}

for (const contract of [...applicationEvents, ...draftEvents] as readonly EventContract[]) {
  Reaction(applications, contract)(TellOfEvents.prototype, contract.type, method(contract, applications));
}
for (const contract of [...messageEvents] as readonly EventContract[]) {
  Reaction(messages, contract)(TellOfEvents.prototype, contract.type, method(contract, messages));
}
for (const contract of [
  ...reviewEvents,
  ...committeeEvents,
  ...permitEvents,
  ...registerEvents,
  ...decisionEvents,
  ...resultEvents,
] as readonly EventContract[]) {
  Reaction(reviews, contract)(TellOfEvents.prototype, contract.type, method(contract, reviews));
}
for (const contract of [...workspaceEvents] as readonly EventContract[]) {
  Reaction(workspaces, contract)(TellOfEvents.prototype, contract.type, method(contract, workspaces));
}
for (const contract of [...exportEvents] as readonly EventContract[]) {
  Reaction(exports, contract)(TellOfEvents.prototype, contract.type, method(contract, exports));
}
for (const contract of [...catalogEvents] as readonly EventContract[]) {
  Reaction(datasets, contract)(TellOfEvents.prototype, contract.type, method(contract, datasets));
}
for (const contract of [MandateGiven, MandateEnded, ...mandateChanges] as readonly EventContract[]) {
  Reaction(mandates, contract)(TellOfEvents.prototype, contract.type, method(contract, mandates));
}
