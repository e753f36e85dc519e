import { type Actor, type Person, refuse } from '@hub/decider';
import { slice } from './case.js';
import type { Item } from './item.js';
import { timeIsUp } from './time-is-up.js';

/**
 * A data holder remarks on an application for its data, while the committee reviews it: once, within its own limit.
 * Nobody waits for it, and its silence says nothing.
 */
export const fileRemark = slice({
  name: 'file-remark',
  by: ['consulted'],
  in: ['COMMITTEE_REVIEW', 'AWAITING_ADDITIONAL_INFORMATION'],
  offered: ({ item }, actor) => !hasRemarked(item, actor),
  decide({ text }: { text: string }, { file, item }, { actor, now }) {
    if (hasRemarked(item, actor)) return refuse('remarked-already');
    const { id: remarkedBy, organisation: holderId } = actor as Person; // only people are `consulted`
    const remarked = { type: 'holder-remarked', at: now.toISOString(), holderId, remarkedBy, text } as const;
    return timeIsUp(file, 'HOLDER_REMARKS', now) ?? [remarked];
  },
});

const hasRemarked = (item: Item | undefined, actor: Actor): boolean =>
  item?.remarks.some(({ holderId }) => holderId === (actor as Person).organisation) ?? false;
