import type { ViewChange } from '@hub/event-store';
import type { ApplicationEvent } from '../application/application.js';

/** A letter goes out once its invitation stands, and what is still to be sent of it is erased once it does not. */
export function letterRows(id: string, events: readonly ApplicationEvent[]): ViewChange[] {
  const erase = `UPDATE letter SET sealed = NULL, state = CASE WHEN state IN ('SENT', 'FAILED') THEN state ELSE 'RECALLED' END`;
  return events.flatMap((event) => {
    switch (event.type) {
      case 'link-invited':
        return [
          {
            text: `UPDATE letter SET state = 'WAITING' WHERE invitation_id = $1 AND state = 'PREPARED'`,
            values: [event.invitationId],
          },
        ];
      case 'invitation-recalled':
      case 'member-joined':
        return [{ text: `${erase} WHERE invitation_id = $1`, values: [event.invitationId] }];
      case 'deleted':
      case 'draft-expired':
        return [{ text: `${erase} WHERE application_id = $1`, values: [id] }];
      default:
        return [];
    }
  });
}
