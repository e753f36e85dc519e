import { HubClient } from '../hub-client.js';

const accounts = [
  'holder-cnam',
  'holder-chu',
  'claire',
  'david',
  'eve',
  'officer',
  'president',
  'rapporteur-1',
  'rapporteur-2',
  'member-1',
  'member-2',
  'member-3',
  'authority',
  'engineer',
  'registrar',
  'checker-1',
  'checker-2',
  'auditor',
  'admin',
] as const;

export type Account = (typeof accounts)[number];

/** Everybody on the road, each with their own token. */
export type People = Readonly<Record<Account, HubClient>>;

export const peopleOf = (gateway: string, issuer: string): People =>
  Object.fromEntries(accounts.map((account) => [account, new HubClient(gateway, issuer, account)])) as Record<
    Account,
    HubClient
  >;
