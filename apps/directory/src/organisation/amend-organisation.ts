import { actorId, refuse } from '@hub/decider';
import { seatRolesOf } from './kinds.js';
import { type OrganisationEntry, organisationSlice } from './organisation.js';
import { entryIsSound, type Parent } from './register-organisation.js';

/** Replaces what the directory holds; what it held stays in the history. */
export const amendOrganisation = organisationSlice<OrganisationEntry, 'active', Parent>({
  name: 'amend-organisation',
  by: ['administrator'],
  in: ['active'],
  decide: (entry, { seats }, context) => {
    // Seats are of roles that a body of this kind has: another kind would leave them to nobody.
    const lost = seats.find(({ role }) => !seatRolesOf(entry.kind).includes(role));
    if (lost) return refuse('seat-of-another-kind', { role: lost.role, kind: entry.kind });
    return (
      entryIsSound(entry, context) ?? [{ type: 'OrganisationAmended', amendedBy: actorId(context.actor), ...entry }]
    );
  },
});
