import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import type { MessageEvent, MessageState } from './message.js';
import type { Side } from './sides.js';

/** That somebody wrote, and which sides are to hear of it; the text stays here. */
export function published(event: MessageEvent, _state: MessageState, messageId: string) {
  const { applicationId, fromSide, sides, field } = event;
  const about = { applicationId, messageId, ...(field !== undefined && { field }) };
  if (!sides && !isHolder(fromSide)) return told(contract.ApplicationMessageSent, { ...about, fromSide });
  const to = (sides ?? []).filter((side) => side !== fromSide);
  return told(contract.ApplicationMessageSentInThread, {
    ...about,
    toApplicant: to.includes('applicant'),
    toOfficer: to.includes('officer'),
    toAuthority: to.includes('authority'),
    toHolders: to.filter(isHolder).map((side) => side.slice('holder:'.length)),
  });
}

const isHolder = (side: Side): side is `holder:${string}` => side.startsWith('holder:');
