import { type Static, type TObject, type TProperties, Type } from 'typebox';

/**
 * One version of one event as others see it: its wire name, its topic, the JSON Schema of its data,
 * and a golden example. Published versions only gain optional fields; anything else is a new version.
 */
export interface EventContract<Name extends string = string, Data extends TObject = TObject> {
  /** Wire name, `<service>.<aggregate>.<fact>.v<n>`: a literal, never derived. */
  readonly type: Name;
  /** Kafka topic, `hub.<service>.<aggregate>.v<n>`; the key is the aggregate's id. */
  readonly topic: string;
  /** One sentence on what happened. */
  readonly summary: string;
  readonly data: Data;
  readonly example: Static<Data>;
}

/** The data of a contract's event. */
export type DataOf<Contract extends EventContract> = Static<Contract['data']>;

export function event<const Name extends string, Properties extends TProperties>(
  type: Name,
  topic: string,
  summary: string,
  properties: Properties,
  example: Static<TObject<Properties>>,
): EventContract<Name, TObject<Properties>> {
  return { type, topic, summary, data: Type.Object(properties), example };
}

/** Makes the events of one aggregate, which share its topic. */
export const eventsOn =
  (topic: string) =>
  <const Name extends string, Properties extends TProperties>(
    type: Name,
    summary: string,
    properties: Properties,
    example: Static<TObject<Properties>>,
  ) =>
    event(type, topic, summary, properties, example);

/** An event of a contract, ready to be announced; the data is checked against the contract by the compiler. */
export const told = <Contract extends EventContract>({ type, topic }: Contract, data: DataOf<Contract>) => ({
  type,
  topic,
  data,
});
