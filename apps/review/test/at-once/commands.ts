import { join } from 'node:path';
import type { CommandsOfService } from '@hub/testkit';
import { commands as caseCommands } from '../../src/case/commands.js';
import { commands as interestsCommands } from '../../src/interests/commands.js';
import { confirmInterests } from '../../src/interests/confirm-interests.js';
import { publishInterests } from '../../src/interests/publish-interests.js';
import { commands as permitCommands } from '../../src/permit/commands.js';
import { commands as registerCommands } from '../../src/register/commands.js';
import { commands as resultCommands } from '../../src/results/commands.js';
import { commands as sessionCommands } from '../../src/session/commands.js';
import { planSession } from '../../src/session/plan-session.js';
import { onCases } from './cases.js';
import { onDecisions } from './decisions.js';
import { onFindings } from './findings.js';
import type { GivenByTwo } from './given-by-two.js';
import { onPermits, onPublicWords } from './permits.js';
import { onSensitiveCases } from './sensitive.js';
import { onSessions } from './sessions.js';

export const deciding: readonly GivenByTwo[] = [
  ...[...onCases, ...onDecisions, ...onFindings, ...onSensitiveCases, ...onPermits, ...onPublicWords, ...onSessions],
];

export const commands: CommandsOfService = {
  source: join(import.meta.dirname, '../../../src'),
  aggregates: [caseCommands, permitCommands, sessionCommands, interestsCommands, resultCommands, registerCommands],
  contested: deciding.map(([command]) => command),
  uncontested: [
    [publishInterests, 'a member declares their own interests; what they declare last stands'],
    [confirmInterests, 'a member confirms their own interests; confirmed twice they are confirmed'],
    [planSession, 'begins a session of its own; two are two sessions'],
  ],
};
