import {
  type DataOf,
  type EventContract,
  MandateConfirmed,
  MandateDelegated,
  MandateDelegationEnded,
  MandateEnded,
  MandateGiven,
  MandateSuspended,
} from '@hub/contracts';
import type { Received } from '@hub/messaging';
import type { PoolClient } from 'pg';

type Follow = (client: PoolClient, data: never) => Promise<unknown>;
const follows = new Map<string, Follow>();
const on = <Contract extends EventContract>(
  { type }: Contract,
  follow: (client: PoolClient, data: DataOf<Contract>) => Promise<unknown>,
) => follows.set(type, follow);

/** Keeps who may act as what, as the directory announces it; a delegation is a mandate of its own for its days. */
export async function followMandates(client: PoolClient, { type, data }: Received): Promise<void> {
  await follows.get(type)?.(client, data as never);
}

/** The events that mandates are kept from. */
export const ofMandates: Iterable<string> = { [Symbol.iterator]: () => follows.keys() };

const insert = `INSERT INTO mandate (id, person_id, organisation_id, role, scope, valid_from, valid_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`;
const suspend = `UPDATE mandate SET suspended = $2 WHERE id = $1 OR starts_with(id, $1 || '/')`;
const delegation = (mandateId: string, delegateId: string) => `${mandateId}/${delegateId}`;

on(MandateGiven, (client, { mandateId, personId, organisationId, role, scope, from, to }) =>
  client.query(insert, [mandateId, personId, organisationId, role, scope ?? null, from, to ?? null]),
);
on(MandateEnded, (client, { mandateId }) =>
  client.query(`DELETE FROM mandate WHERE id = $1 OR starts_with(id, $1 || '/')`, [mandateId]),
);
on(MandateDelegated, (client, { mandateId, delegateId, organisationId, role, from, to }) =>
  client.query(insert, [delegation(mandateId, delegateId), delegateId, organisationId, role, null, from, to]),
);
on(MandateDelegationEnded, (client, { mandateId, delegateId }) =>
  client.query('DELETE FROM mandate WHERE id = $1', [delegation(mandateId, delegateId)]),
);
on(MandateSuspended, (client, { mandateId }) => client.query(suspend, [mandateId, true]));
on(MandateConfirmed, (client, { mandateId }) => client.query(suspend, [mandateId, false]));
