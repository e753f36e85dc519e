import { join } from 'node:path';
import { type CommandsOfService, type Contest, type Deciding, person } from '@hub/testkit';
import { deliveryCommands, receive, register } from '../../src/delivery/deliver.js';
import { exportCommands } from '../../src/export/commands.js';
import { download, inspect, recall, release } from '../../src/export/release.js';
import { resubmit, submit, withdraw } from '../../src/export/submit.js';
import { castVote } from '../../src/export/vote.js';
import { consult, enter, commands as optOutCommands } from '../../src/opt-out/enter.js';
import { noteQuery } from '../../src/query/query.js';
import { commands as workspaceCommands } from '../../src/workspace/commands.js';
import { purge, resume, suspend } from '../../src/workspace/keep-safe.js';
import { retry } from '../../src/workspace/prepare.js';
import { saveChart, work } from '../../src/workspace/work.js';
import { claire, engineer, security } from '../running-service.js';
import { PATIENTS, patients } from '../small-data.js';
import { type Standings, twoCheckers } from './standings.js';

const requester = [claire, claire] as const;
const engineers = [engineer, person('engineer-2', 'hub', 'workspace_engineer')] as const;
const officers = [security, person('security-2', 'hub', 'security_officer')] as const;
const reason = 'An incident.';

/** The last one ends the workspace of all the others, the one before it all preparations. */
export const deciding: readonly Deciding<Standings>[] = [
  [castVote, votes],
  [release, releases],
  [recall, recalls],
  [withdraw, async (at) => at.both(['export', (await at.asked()).id], requester, { path: '/withdrawal' })],
  [resubmit, resubmits],
  [receive, receives],
  [suspend, (at) => at.both(at.workspace, officers, { path: '/suspension', body: { reason } })],
  [resume, async (at) => at.both(await at.suspended(), officers, { path: '/resumption' })],
  [retry, async (at) => at.both(await at.failed(), engineers, { path: '/retry' })],
  [purge, async (at) => at.both(await at.locked(), engineers, { path: '/purge' })],
];

async function votes(at: Standings): Promise<Contest> {
  const { id, sha256 } = await at.asked();
  return at.both(['export', id], twoCheckers, { path: '/votes', body: { decision: 'approve', sha256 } });
}

async function releases(at: Standings): Promise<Contest> {
  const { id, sha256 } = await at.voted();
  return at.both(['export', id], twoCheckers, { path: '/release', body: { sha256 } });
}

async function recalls(at: Standings): Promise<Contest> {
  const { id } = await at.voted();
  return at.both(['export', id], [twoCheckers[0], security], { path: '/recall', body: { reason } });
}

/** Twice in one process: a person's private tables, which the query may read, are open in one process at a time. */
async function resubmits(at: Standings): Promise<Contest> {
  const { id } = await at.voted('request-changes');
  const contest = await at.both(['export', id], requester, { method: 'PUT', path: '', body: await at.file() });
  const [first] = contest.attempts;
  return { ...contest, attempts: [first, first] };
}

async function receives(at: Standings): Promise<Contest> {
  const lines = [PATIENTS.fields.map(({ name }) => name).join(','), ...patients()].join('\n');
  const sent = { method: 'PUT', path: '/file', body: lines, headers: { 'content-type': 'text/csv' } } as const;
  return at.both(await at.registered(), engineers, sent);
}

export const commands: CommandsOfService = {
  source: join(import.meta.dirname, '../../../src'),
  aggregates: [workspaceCommands, exportCommands, deliveryCommands, optOutCommands, [noteQuery]],
  contested: deciding.map(([command]) => command),
  uncontested: [
    [work, 'asks whether somebody may work; changes nothing'],
    [saveChart, 'keeps a chart of its own; two are two charts'],
    [noteQuery, 'notes a query of its own; two are two queries'],
    [submit, 'begins an export of its own; two are two exports'],
    [inspect, 'notes that a checker has read the file; read twice, it is noted twice'],
    [download, 'notes that a member has fetched the file; fetched twice, it is noted twice'],
    [enter, 'adds to a list what it does not hold yet; entered twice, it is held once'],
    [consult, 'notes a look-up; looked up twice, it is noted twice'],
    [register, 'begins a delivery of its own; two are two deliveries'],
  ],
};
