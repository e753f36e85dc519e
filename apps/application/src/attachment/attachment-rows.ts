import type { ViewChange } from '@hub/event-store';
import { type ApplicationEvent, hasContent, type Application as State } from '../application/application.js';

/** What an application's events change in the table of files, in the statement that appends them. */
export function attachmentRows(id: string, state: State, events: readonly ApplicationEvent[]): ViewChange[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'file-attached':
        return [{ text: `UPDATE attachment SET state = 'ATTACHED' WHERE id = $1`, values: [event.attachmentId] }];
      case 'file-removed':
        return holds(state, event.attachmentId)
          ? []
          : [{ text: `UPDATE attachment SET state = 'REMOVED' WHERE id = $1`, values: [event.attachmentId] }];
      case 'deleted':
      case 'draft-expired':
        return [{ text: `UPDATE attachment SET state = 'REMOVED' WHERE application_id = $1`, values: [id] }];
      default:
        return [];
    }
  });
}

const holds = (state: State, attachmentId: string): boolean =>
  hasContent(state) && state.attachments.some((file) => file.attachmentId === attachmentId);
