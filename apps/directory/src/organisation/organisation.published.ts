import {
  OrganisationAmended,
  OrganisationClosed,
  OrganisationComposed,
  OrganisationRegistered,
  told,
} from '@hub/contracts';
import type { Announceable } from '@hub/event-store';
import type { Organisation, OrganisationEvent, Registered } from './organisation.js';

/** What others are told of an organisation: name and register number stay here. */
export function publishedOrganisation(
  event: OrganisationEvent,
  state: Organisation,
  organisationId: string,
): Announceable {
  const { kind, publicBody, country, parentId } = (state as Registered).entry;
  const entry = { organisationId, kind, publicBody, country, ...(parentId && { parentId }) };
  switch (event.type) {
    case 'OrganisationRegistered':
      return told(OrganisationRegistered, entry);
    case 'OrganisationAmended':
      return told(OrganisationAmended, entry);
    case 'OrganisationComposed':
      return told(OrganisationComposed, { organisationId, seats: event.seats.map((seats) => ({ ...seats })) });
    case 'OrganisationClosed':
      return told(OrganisationClosed, { organisationId });
  }
}
