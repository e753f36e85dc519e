import { RegisterEntryPublished, RegisterPublicationMissed, RegisterPublicationNear, told } from '@hub/contracts';
import type { EntryEvent } from './entry.js';

/** Others are told that there is something new to read, or that it is awaited; not the texts. */
export function published(event: EntryEvent, _state: unknown, id: string) {
  const ids = { entryId: id, applicationId: id, caseId: event.caseId };
  switch (event.type) {
    case 'published': {
      const { texts, changed } = event;
      const about = texts.decision ? 'DECISION' : 'RECEPTION';
      return told(RegisterEntryPublished, { ...ids, about, changed: [...changed] });
    }
    case 'publication-near':
      return told(RegisterPublicationNear, { ...ids, dueAt: event.dueAt });
    case 'publication-missed':
      return told(RegisterPublicationMissed, { ...ids, dueAt: event.dueAt });
  }
}
