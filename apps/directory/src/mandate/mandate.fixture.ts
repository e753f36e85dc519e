import { tell } from '@hub/decider';
import { person } from '@hub/testkit';
import { mandateCommands } from './commands.js';
import type { Parties } from './give-mandate.js';
import { type MandateEvent, type MandateTerms, mandate } from './mandate.js';

type Given = Extract<MandateEvent, { type: 'MandateGiven' }>;

export const story = tell(mandate, mandateCommands);
export const administrator = { actor: person('admin', 'hdh', 'directory_administrator') };
export const representative = { actor: person('rita', 'inserm', 'organisation_representative') };
export const holder = { actor: person('claire', 'inserm', 'applicant') };
export const known: Parties = {
  personKnown: true,
  organisation: { kind: 'research', active: true, seats: [] },
  alreadyGiven: false,
  takenSeats: [],
  termsBefore: 0,
};
export const terms: MandateTerms = {
  personId: 'claire',
  organisationId: 'inserm',
  role: 'applicant',
  from: '2026-01-01',
};

/** Stories happen on 2 March 2026. */
export const given: Given = { type: 'MandateGiven', ...terms, givenBy: 'admin', on: '2026-03-02' };
export const limited: Given = { ...given, to: '2026-12-31' };
