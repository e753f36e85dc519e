import type { EventContract } from '@hub/contracts';

/** A contract as it was published: what readers were told, kept in the repository so that a change shows as a diff. */
export interface Snapshot {
  readonly type: string;
  readonly topic: string;
  readonly schema: Schema;
}

export type Schema = { readonly [keyword: string]: unknown };

export const snapshotOf = ({ type, topic, data }: EventContract): Snapshot => ({ type, topic, schema: plain(data) });

/** TypeBox marks its schemas with hidden members; what goes over the wire is what JSON keeps. */
const plain = (schema: object): Schema => JSON.parse(JSON.stringify(schema));

/** The bytes of a snapshot, a golden example or a generated document. */
export const asFile = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;
