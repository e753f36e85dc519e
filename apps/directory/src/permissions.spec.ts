import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misjudged, permissionsOf } from '@hub/decider';
import { mandateCommands } from './mandate/commands.js';
import { mandate, mandateRelations } from './mandate/mandate.js';
import { organisationCommands } from './organisation/commands.js';
import { organisation } from './organisation/organisation.js';

const mandateStates = ['absent', 'given', 'suspended', 'ended'];
const organisationStates = ['absent', 'active', 'closed'];
const organisationRelations = ['administrator', 'hub'] as const;
const kept = (file: string) => readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');

/** Reviewed by hand: a new command, state or relation does not pass until its row stands in the file. */
describe('who may do what', () => {
  it('to a mandate is what mandate/permissions.txt says', () => {
    expect(permissionsOf(mandateCommands, mandateStates, mandateRelations)).toBe(kept('mandate/permissions.txt'));
    expect(misjudged(mandate, mandateCommands, mandateStates, mandateRelations)).toEqual([]);
  });

  it('to an organisation is what organisation/permissions.txt says', () => {
    const table = permissionsOf(organisationCommands, organisationStates, organisationRelations);
    expect(table).toBe(kept('organisation/permissions.txt'));
    expect(misjudged(organisation, organisationCommands, organisationStates, organisationRelations)).toEqual([]);
  });
});
