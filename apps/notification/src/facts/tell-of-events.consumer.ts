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

const kinds: readonly (readonly [reaction: `${string}.${string}`, contracts: readonly EventContract[]])[] = [
  [applications, [...applicationEvents, ...draftEvents]],
  [messages, messageEvents],
  [
    reviews,
    [...reviewEvents, ...committeeEvents, ...permitEvents, ...registerEvents, ...decisionEvents, ...resultEvents],
  ],
  [workspaces, workspaceEvents],
  [exports, exportEvents],
  [datasets, catalogEvents],
  [mandates, [MandateGiven, MandateEnded, ...mandateChanges]],
];

/** Somebody is told, or who is told of others changes. The opening of a case says which application is its own. */
const concerning = new Set([
  ...rules.map(({ event }) => event),
  ...followed,
  ...ofMandates,
  CaseOpened.type,
  DatasetPublished.type,
]);

for (const [reaction, contracts] of kinds) {
  const ours = contracts.filter(({ type }) => concerning.has(type));
  reactionToEach(TellOfEvents, reaction, ours, (consumer, event) => consumer.tell(event, reaction));
}
