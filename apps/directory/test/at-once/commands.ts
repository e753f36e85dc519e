import { join } from 'node:path';
import { type CommandsOfService, type Contest, type Deciding, person } from '@hub/testkit';
import { mandateCommands } from '../../src/mandate/commands.js';
import { confirmMandate } from '../../src/mandate/confirm-mandate.js';
import { delegateMandate, endDelegation } from '../../src/mandate/delegate-mandate.js';
import { endMandate } from '../../src/mandate/end-mandate.js';
import { giveMandate } from '../../src/mandate/give-mandate.js';
import { amendOrganisation } from '../../src/organisation/amend-organisation.js';
import { closeOrganisation } from '../../src/organisation/close-organisation.js';
import { organisationCommands } from '../../src/organisation/commands.js';
import { composeOrganisation } from '../../src/organisation/compose-organisation.js';
import { registerOrganisation } from '../../src/organisation/register-organisation.js';
import { administrators, type Standings } from './standings.js';

const seats = [{ role: 'body_member', number: 2 }];
const renamed = { kind: 'research', name: { fr: 'Autre', en: 'Other' } };
const withRepresentative = (organisationId: string) =>
  [administrators[0], person('rita', organisationId, 'organisation_representative')] as const;

export const deciding: readonly Deciding<Standings>[] = [
  [giveMandate, gives],
  [delegateMandate, delegates],
  [endDelegation, endsDelegation],
  [confirmMandate, (at) => onMandate(at, '/confirm')],
  [endMandate, (at) => onMandate(at, '/end')],
  [registerOrganisation, (at) => at.anew('organisation', administrators, { path: '', body: at.entry() })],
  [
    amendOrganisation,
    async (at) => at.both(await at.organisation(), administrators, { path: '/amend', body: renamed }),
  ],
  [
    composeOrganisation,
    async (at) => at.both(await at.organisation('college'), administrators, { path: '/compose', body: { seats } }),
  ],
  [closeOrganisation, async (at) => at.both(await at.organisation(), administrators, { path: '/close' })],
];

async function gives(at: Standings): Promise<Contest> {
  const [, organisationId] = await at.organisation();
  const body = { personId: 'david', organisationId, role: 'applicant' };
  return at.anew('mandate', withRepresentative(organisationId), { path: '', body });
}

async function delegates(at: Standings): Promise<Contest> {
  const { mandate, organisationId } = await at.mandate();
  const david = person('david', organisationId, 'applicant');
  return at.both(mandate, [david, david], { path: '/delegate', body: { delegateId: 'eve', to: '2026-03-20' } });
}

async function endsDelegation(at: Standings): Promise<Contest> {
  const { mandate, organisationId } = await at.delegated();
  const [david, eve] = [person('david', organisationId, 'applicant'), person('eve', organisationId, 'applicant')];
  return { ...(await at.both(mandate, [david, eve], { path: '/end-delegation' })), told: [404, 409, 412] };
}

async function onMandate(at: Standings, path: string): Promise<Contest> {
  const { mandate, organisationId } = await at.mandate();
  return at.both(mandate, withRepresentative(organisationId), { path });
}

export const commands: CommandsOfService = {
  source: join(import.meta.dirname, '../../../src'),
  aggregates: [mandateCommands, organisationCommands],
  contested: deciding.map(([command]) => command),
  uncontested: [],
  itself: ['hub'],
};
