import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misjudged, permissionsOf } from '@hub/decider';
import { decidedStates } from '../decision/decision.states.js';
import { commands as permitCommands } from '../permit/commands.js';
import { inForce, permit, permitRelations } from '../permit/permit.js';
import { reviewCase } from './case.js';
import { commands } from './commands.js';
import { caseRelations } from './relations.js';

const caseStates = [
  ...['ABSENT', 'PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'HOLDER_ASSESSMENT', 'COMMITTEE_REVIEW'],
  ...['APPLICANT_CHOICE', 'AUTHORITY_REVIEW', ...decidedStates, 'REGISTERED', 'REDIRECTED'],
  ...['REJECTED_INCOMPLETE', 'WITHDRAWN'],
];
const permitStates = ['ABSENT', ...inForce, 'REVOKED', 'REVOKE_APPEALED', 'EXPIRED'];
const kept = (file: string) => readFileSync(join(import.meta.dirname, '../../../src', file), 'utf8');

/** Reviewed by hand: a new command, state or relation does not pass until its row stands in the file. */
describe('who may do what', () => {
  it('to a case is what case/permissions.txt says', () => {
    expect(permissionsOf(commands, caseStates, caseRelations)).toBe(kept('case/permissions.txt'));
  });
  it('to a permit is what permit/permissions.txt says', () => {
    expect(permissionsOf(permitCommands, permitStates, permitRelations)).toBe(kept('permit/permissions.txt'));
  });
  it('is decided in no other state and for nobody else', () => {
    expect(misjudged(reviewCase, commands, caseStates, caseRelations)).toEqual([]);
    expect(misjudged(permit, permitCommands, permitStates, permitRelations)).toEqual([]);
  });
});
