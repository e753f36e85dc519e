import type { DataOf, EventContract } from '@hub/contracts';

/** What a person is to a case or to the hub; who that is, the facts say when an event arrives. */
export type Relation =
  | 'lead'
  | 'team'
  | 'officer'
  | 'hub-officers'
  | 'president'
  | 'committee'
  | 'rapporteurs'
  | 'voters'
  | 'authority'
  | 'holders'
  /** The organisations that the event names under `toHolders`. */
  | 'named-holders'
  | 'members'
  | 'requester'
  | 'engineers'
  | 'checkers'
  | 'security'
  | 'administrators'
  /** Whom the event itself names: a path in its data, to one id or a list of them. */
  | `data:${string}`;

export type Language = 'en' | 'fr';

/** Plain words: what happened and what follows. The reference, the date and the address are added to them. */
export interface Words {
  readonly subject: string;
  readonly text: string;
}

export interface Rule {
  readonly event: string;
  /** The first rule of an event that reaches a person is the one they are told by. */
  readonly to: readonly Relation[];
  /** Whether they must act. */
  readonly task: boolean;
  /** The member of the data that says by when. */
  readonly due?: string;
  /** Members of the data and the values, one of which each must have. */
  readonly when?: Readonly<Record<string, readonly unknown[]>>;
  readonly en: Words;
  readonly fr: Words;
}

type Member<Contract extends EventContract> = keyof DataOf<Contract> & string;

interface Terms<Contract extends EventContract> {
  readonly to: readonly Relation[];
  readonly task?: true;
  readonly due?: Member<Contract>;
  readonly when?: Partial<Readonly<Record<Member<Contract>, readonly unknown[]>>>;
  /** Subject and text. */
  readonly en: readonly [string, string];
  readonly fr: readonly [string, string];
}

/** One row of the table; the compiler checks that the members named exist in the event's data. */
export function tell<Contract extends EventContract>({ type }: Contract, terms: Terms<Contract>): Rule {
  const { to, task, due, when, en, fr } = terms;
  return {
    event: type,
    to,
    task: task ?? false,
    ...(due !== undefined && { due }),
    ...(when !== undefined && { when: when as Rule['when'] & object }),
    en: { subject: en[0], text: en[1] },
    fr: { subject: fr[0], text: fr[1] },
  };
}

/** An event of which nobody is told, and why. */
export interface Silent {
  readonly event: string;
  readonly because: string;
}

export const silent = ({ type }: EventContract, because: string): Silent => ({ event: type, because });

/** The value at a path in an event's data, `member.personId`. */
export const at = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], data);

export const applies = ({ when = {} }: Rule, data: unknown): boolean =>
  Object.entries(when).every(([path, values]) => values.includes(at(data, path)));
