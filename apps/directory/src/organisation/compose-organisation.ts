import { actorId, refuse } from '@hub/decider';
import { seatRolesOf } from './kinds.js';
import { organisationSlice, type Seats } from './organisation.js';

/** Sets the seats of a governing body: from now on no mandate goes beyond them. Those given before stand. */
export const composeOrganisation = organisationSlice<{ readonly seats: readonly Seats[] }, 'active'>({
  name: 'compose-organisation',
  by: ['administrator', 'hub'],
  in: ['active'],
  decide: ({ seats }, { entry: { kind } }, { actor }) => {
    if (seatRolesOf(kind).length === 0) return refuse('no-governing-body', { kind });
    const foreign = seats.find(({ role }) => !seatRolesOf(kind).includes(role));
    if (foreign) return refuse('seat-of-another-kind', { role: foreign.role, kind });
    const named = seats.map(({ role }) => role);
    const twice = named.find((role, at) => named.indexOf(role) !== at);
    if (twice) return refuse('seat-stated-twice', { role: twice });
    return [{ type: 'OrganisationComposed', composedBy: actorId(actor), seats }];
  },
});
