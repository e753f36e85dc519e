import { relative } from 'node:path';
import { demoAccounts } from './demo-accounts.js';
import type { Hub } from './hub.js';
import { CLONE, hubHome, mailFolder } from './hub-home.js';
import { table } from './table.js';

export interface Overview {
  readonly home: string;
  readonly hub: Hub;
  readonly seconds: number;
}

/** What a person wants to know of a hub that has just started. */
export function overview({ home, hub, seconds }: Overview): string {
  const parts = hub.status();
  const gateway = parts.find(({ name }) => name === 'gateway')?.url;
  return [
    '',
    `The hub runs (${seconds.toFixed(1)} s).`,
    '',
    table(
      ['service', 'where', 'process', 'health'],
      parts.map(({ name, url, pid, health }) => [name, url, pid, health]),
    ),
    '',
    'Accounts, for demonstration only (invented people, no password):',
    '',
    table(
      ['account', 'role', 'organisation', 'name'],
      demoAccounts.map(({ id, role, organisation, name }) => [id, role, organisation, name]),
    ),
    '',
    'Next:',
    '',
    table(['type', 'to'], commands(home, gateway)),
    '',
    `Letters are captured, for demonstration, and never sent: ${shown(mailFolder(home))}.`,
    `Logs are in ${shown(home)}/logs. Ctrl-C stops everything.`,
  ].join('\n');
}

function commands(home: string, gateway: string | undefined): string[][] {
  // Without it they would speak to the hub of the clone.
  const npm = home === hubHome({}) ? 'npm' : `HUB_HOME='${home}' npm`;
  return [
    [`${npm} run demo`, 'walk the whole road, from a dataset to its result'],
    [`${npm} run -s token -- claire`, 'get an access token of an account'],
    ...(gateway === undefined
      ? []
      : [[`curl -H "Authorization: Bearer $(${npm} run -s token -- claire)" ${gateway}/people/me`, 'call the API']]),
    [`${npm} run -s mail`, 'see the letters that the hub wrote'],
    [`${npm} run reset`, 'empty the hub, once it is stopped'],
  ];
}

function shown(home: string): string {
  const path = relative(CLONE, home);
  return path.startsWith('..') ? home : path;
}
