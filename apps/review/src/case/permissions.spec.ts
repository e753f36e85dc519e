import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnySlice, judge } from '@hub/decider';
import { commands as permitCommands } from '../permit/commands.js';
import { permit, permitRelations } from '../permit/permit.js';
import { reviewCase } from './case.js';
import { commands } from './commands.js';
import { permissionsOf } from './permissions.fixture.js';
import { caseRelations } from './relations.js';

const caseStates = [
  ...['ABSENT', 'PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'COMMITTEE_REVIEW', 'APPLICANT_CHOICE'],
  ...['AUTHORITY_REVIEW', 'DECIDED', 'REJECTED_INCOMPLETE', 'WITHDRAWN'],
];
const permitStates = ['ABSENT', 'GRANTED', 'REVOKED', 'EXPIRED'];
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
    walk(reviewCase, commands, caseStates, caseRelations);
    walk(permit, permitCommands, permitStates, permitRelations);
  });
});

// The aggregates differ in every type; here only the authorisation counts.
const ask = judge as unknown as (...parts: unknown[]) => unknown;

/** Every command in every state by every relation: the rule is asked exactly where the slice says. */
function walk(
  aggregate: typeof reviewCase | typeof permit,
  slices: readonly AnySlice[],
  states: readonly string[],
  relations: readonly string[],
) {
  for (const slice of slices) {
    for (const status of states) {
      for (const relation of relations) {
        const asked: AnySlice = { ...slice, decide: () => [{ type: 'asked' }] };
        const posed = { ...aggregate, relations: () => [relation] };
        const outcome = ask(posed, slices, asked, {}, { status }, { actor: {}, now: new Date(0), newId: () => '' });
        const expected = slice.in.includes(status) && slice.by.includes(relation);
        expect([slice.name, status, relation, Array.isArray(outcome)]).toEqual([
          slice.name,
          status,
          relation,
          expected,
        ]);
      }
    }
  }
}
