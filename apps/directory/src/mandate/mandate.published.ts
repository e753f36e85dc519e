import { type DataOf, MandateEnded, MandateGiven } from '@hub/contracts';
import type { Announceable } from '@hub/event-store';
import type { Mandate, MandateEvent, MandateTerms } from './mandate.js';

/** What others are told of a mandate. */
export function publishedMandate(event: MandateEvent, state: Mandate, mandateId: string): Announceable {
  switch (event.type) {
    case 'MandateGiven': {
      const { type: _, givenBy: __, scope, ...terms } = event;
      const data: DataOf<typeof MandateGiven> = { mandateId, ...terms, ...(scope && { scope: [...scope] }) };
      return { type: MandateGiven.type, topic: MandateGiven.topic, data };
    }
    case 'MandateEnded': {
      const { personId, organisationId, role } = (state as { terms: MandateTerms }).terms;
      const data: DataOf<typeof MandateEnded> = { mandateId, personId, organisationId, role };
      return { type: MandateEnded.type, topic: MandateEnded.topic, data };
    }
  }
}
