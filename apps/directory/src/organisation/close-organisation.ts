import { actorId, refuse } from '@hub/decider';
import { organisationSlice } from './organisation.js';

/** Whether other organisations still are parts of this one. */
export interface Parts {
  readonly hasParts: boolean;
}

/** For good: nobody acts for it from the next token on, and the worker ends its mandates one by one. */
export const closeOrganisation = organisationSlice<Record<string, never>, 'active', Parts>({
  name: 'close-organisation',
  by: ['administrator'],
  in: ['active'],
  decide: (_command, { entry }, { actor, hasParts }) => {
    // The hub's own organisation holds the administrators: closing it would leave nobody to open another.
    if (entry.kind === 'hub') return refuse('hub-stays');
    if (hasParts) return refuse('has-parts');
    return [{ type: 'OrganisationClosed', closedBy: actorId(actor) }];
  },
});
