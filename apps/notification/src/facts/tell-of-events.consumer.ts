import {
  applicationEvents,
  CaseOpened,
  catalogEvents,
  committeeEvents,
  DatasetPublished,
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
import { type Received, reactionToEach } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { GiveNotices } from '../notice/give-notices.store.js';
import { rules } from '../rules/table.js';
import { followed } from './case-file.js';
import { ofMandates } from './mandates.store.js';

// One group for each kind of thing: an event that waits for the facts of another topic must not hold that topic up.
const applications = 'notification.tell-of-applications';
const messages = 'notification.tell-of-messages';
const reviews = 'notification.tell-of-reviews';
const workspaces = 'notification.tell-of-workspaces';
const exports = 'notification.tell-of-exports';
const datasets = 'notification.know-datasets';
const mandates = 'notification.tell-of-mandates';

/** Takes the events of the hub into the facts, and tells those whom the table of rules names. */
@Controller()
export class TellOfEvents {
  constructor(@Inject(GiveNotices) private readonly notices: GiveNotices) {}

  tell(event: Received, reaction: string): Promise<void> {
    return this.notices.inReactionTo(event, reaction);
  }
}

/** Somebody is told, or who is told of others changes. The opening of a case says which application is its own. */
const concern = new Set([
  ...rules.map(({ event }) => event),
  ...followed,
  ...ofMandates,
  CaseOpened.type,
  DatasetPublished.type,
]);
const concerning = (contracts: readonly EventContract[]) => contracts.filter(({ type }) => concern.has(type));

const telling = (reaction: string) => (consumer: TellOfEvents, event: Received) => consumer.tell(event, reaction);

reactionToEach(TellOfEvents, applications, concerning([...applicationEvents, ...draftEvents]), telling(applications));
reactionToEach(TellOfEvents, messages, concerning([...messageEvents]), telling(messages));
reactionToEach(
  TellOfEvents,
  reviews,
  concerning([
    ...reviewEvents,
    ...committeeEvents,
    ...permitEvents,
    ...registerEvents,
    ...decisionEvents,
    ...resultEvents,
  ]),
  telling(reviews),
);
reactionToEach(TellOfEvents, workspaces, concerning([...workspaceEvents]), telling(workspaces));
reactionToEach(TellOfEvents, exports, concerning([...exportEvents]), telling(exports));
reactionToEach(TellOfEvents, datasets, concerning([...catalogEvents]), telling(datasets));
reactionToEach(TellOfEvents, mandates, concerning([MandateGiven, MandateEnded, ...mandateChanges]), telling(mandates));
