import { InterestsConfirmed, InterestsPublished, told } from '@hub/contracts';
import type { Interests, InterestsEvent, TiedTo } from './interests.js';

/** What others are told: the organisations and sponsors, since they decide on them; persons stay here. */
export function published(event: InterestsEvent, state: Interests) {
  if (state.status === 'ABSENT') throw new Error('nothing to publish of a declaration that nobody made');
  const { memberId, confirmBy } = state;
  if (event.type === 'confirmed') return told(InterestsConfirmed, { memberId, confirmBy });
  const ids = (to: TiedTo) => [...new Set(event.ties.filter((tie) => tie.to === to).map(({ id }) => id))];
  return told(InterestsPublished, {
    memberId,
    organisations: ids('ORGANISATION'),
    sponsors: ids('SPONSOR'),
    confirmBy,
  });
}
