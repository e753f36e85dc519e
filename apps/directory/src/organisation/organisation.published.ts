import { OrganisationRegistered } from '@hub/contracts';
import type { Announceable } from '@hub/event-store';
import type { OrganisationEvent } from './organisation.js';

/** What others are told of an organisation: the name stays here. */
export const publishedOrganisation = (
  { kind }: OrganisationEvent,
  _state: unknown,
  organisationId: string,
): Announceable => ({
  type: OrganisationRegistered.type,
  topic: OrganisationRegistered.topic,
  data: { organisationId, kind },
});
