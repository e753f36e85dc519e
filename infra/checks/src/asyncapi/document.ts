import type { EventContract } from '@hub/contracts';
import { ownerOf } from '@hub/contracts';
import { headers } from './headers.js';
import type { Reaction } from './reactions.js';

type Part = Record<string, unknown>;

/** What each name that `@hub/contracts` exports stands for: one contract, or a list of them. */
export type ContractNames = ReadonlyMap<string, readonly EventContract[]>;

/** The AsyncAPI 3.0 document: channels are topics, messages are contracts, operations are who sends and who reacts. */
export function asyncApi(
  contracts: readonly EventContract[],
  names: ContractNames,
  reactions: readonly Reaction[],
): Part {
  const topics = [...new Set(contracts.map(({ topic }) => topic))].sort();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Health Data Hub: events',
      version: '1.0.0',
      description:
        'What the services tell each other. A version of an event only gains optional fields; anything else is a new version beside it. Generated from libs/contracts and the reactions of the services.',
      license: { name: 'EUPL-1.2', url: 'https://spdx.org/licenses/EUPL-1.2.html' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic, channel(topic, contracts)])),
    operations: Object.fromEntries([
      ...topics.map((topic) => sending(topic, contracts)),
      ...receiving(names, reactions),
    ]),
    components: {
      schemas: { headers },
      messages: Object.fromEntries(contracts.map((contract) => [contract.type, message(contract)])),
    },
  };
}

const on = (contracts: readonly EventContract[], topic: string) =>
  contracts.filter((contract) => contract.topic === topic);

function channel(topic: string, contracts: readonly EventContract[]): Part {
  return {
    address: topic,
    description: `Kafka topic of the ${ownerOf(topic)} service. The key is the id of what the event happened to, so its events stay in order.`,
    messages: Object.fromEntries(
      on(contracts, topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
  };
}

const channelRef = (topic: string) => ({ $ref: `#/channels/${topic}` });
const messageRef = ({ topic, type }: EventContract) => ({ $ref: `#/channels/${topic}/messages/${type}` });

function sending(topic: string, contracts: readonly EventContract[]): [string, Part] {
  const operation = {
    action: 'send',
    channel: channelRef(topic),
    summary: `The ${ownerOf(topic)} service tells what happened.`,
  };
  return [`${ownerOf(topic)}.tells.${topic}`, { ...operation, messages: on(contracts, topic).map(messageRef) }];
}

/** One operation for each reaction and topic: an operation has one channel, a reaction may listen to several. */
function receiving(names: ContractNames, reactions: readonly Reaction[]): [string, Part][] {
  const pairs = reactions.flatMap(({ contract, group }) => {
    const known = names.get(contract);
    if (!known)
      throw new Error(`the reaction ${group} listens to ${contract}, which is not an event of @hub/contracts`);
    return known.map((one) => ({ group, contract: one }));
  });
  const keys = [...new Set(pairs.map(({ group, contract }) => `${group} ${contract.topic}`))];
  return keys.map((key) => {
    const [group = '', topic = ''] = key.split(' ');
    const heard = pairs.filter((pair) => pair.group === group && pair.contract.topic === topic);
    const operation = {
      action: 'receive',
      channel: channelRef(topic),
      summary: `Reaction of the ${group.split('.')[0]} service.`,
    };
    const bindings = { kafka: { groupId: { type: 'string', const: group }, bindingVersion: '0.5.0' } };
    return [
      `${group}.${topic}`,
      { ...operation, messages: heard.map(({ contract }) => messageRef(contract)), bindings },
    ];
  });
}

function message({ type, summary, data, example }: EventContract): Part {
  return {
    name: type,
    title: type,
    summary,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/headers' },
    payload: JSON.parse(JSON.stringify(data)),
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
    examples: [{ name: 'golden', payload: example }],
  };
}
