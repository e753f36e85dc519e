import { RegisterEntryPublished, told } from '@hub/contracts';
import type { EntryEvent } from './entry.js';

/** Others are told that there is something new to read, not the texts. */
export const published = ({ caseId, texts, changed }: EntryEvent, _state: unknown, id: string) =>
  told(RegisterEntryPublished, {
    entryId: id,
    applicationId: id,
    caseId,
    about: texts.decision ? 'DECISION' : 'RECEPTION',
    changed: [...changed],
  });
