import type { EventContract } from '@hub/contracts';
import { isRefusal, type Refusal, system } from '@hub/decider';
import type { Order } from '@hub/event-store';
import { EventPattern } from '@nestjs/microservices';
import type { Received } from './received.js';

/**
 * Marks a method as a service's reaction to an event. `name` is the reaction's sentence, with the service in
 * front: it is the consumer group, so it must never change once deployed.
 */
export const Reaction = <Contract extends EventContract>(name: `${string}.${string}`, contract: Contract) =>
  EventPattern(contract.type, { group: name, topic: contract.topic }) as unknown as ReactionDecorator<Contract>;

/** Makes `react` the reaction of a consumer to each of these events: one method each, as Nest wants it. */
export function reactionToEach<Consumer extends object>(
  consumer: { readonly prototype: Consumer },
  name: `${string}.${string}`,
  contracts: Iterable<EventContract>,
  react: (consumer: Consumer, event: Received) => Promise<unknown>,
): void {
  for (const contract of contracts) {
    const value = function (this: Consumer, event: Received) {
      return react(this, event);
    };
    const descriptor = { value, writable: true, configurable: true };
    Object.defineProperty(consumer.prototype, contract.type, descriptor);
    Reaction(name, contract)(consumer.prototype, contract.type, descriptor);
  }
}

type ReactionDecorator<Contract extends EventContract> = <
  Method extends (event: Received<Contract>) => Promise<unknown>,
>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/** The order of a service that reacts to an event: carried out once per event, however often it arrives. */
export const inReactionTo = (event: Received, reaction: `${string}.${string}`): Order => ({
  actor: system(reaction.slice(0, reaction.indexOf('.'))),
  once: { scope: reaction, key: event.id },
  correlationId: event.correlationId,
  causationId: event.id,
});

/**
 * What a reaction's command answered. A refusal is a fault here, since there is nobody to tell: it is tried again
 * and then goes to the dead letters.
 */
export function accepted<Answer>(outcome: Answer | Refusal): Answer {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}
