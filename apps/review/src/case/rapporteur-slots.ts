import { civilDayAt, isoDay } from '@hub/clock';
import type { ViewChange, ViewInput } from '@hub/event-store';
import { seatZone } from '../seat.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.js';
import type { Slot } from './committee.events.js';

/** What is known of the rapporteurs to be named: a fact counted when the order is given. */
export interface SlotFacts {
  /** Their slots of this month and later, in any case. */
  readonly taken?: readonly Slot[];
  /** Those who have been given this very case before: it counts once. */
  readonly given?: readonly string[];
}

/** The civil month in which a file is given. */
export const monthOf = (now: Date): string => isoDay(civilDayAt(now, seatZone)).slice(0, 7);

/** The slots that these rapporteurs would take, and who of them has none left. */
export function slotsFor(
  rapporteurs: readonly string[],
  { taken = [], given = [] }: SlotFacts,
  month: string,
  most: number,
): { readonly slots: Slot[]; readonly full: string[] } {
  if (most === Number.POSITIVE_INFINITY) return { slots: [], full: [] };
  const found = rapporteurs
    .filter((id) => !given.includes(id))
    .map((rapporteurId) => ({ rapporteurId, month, slot: firstFree(taken, rapporteurId, month) }));
  return {
    slots: found.filter(({ slot }) => slot <= most),
    full: found.filter(({ slot }) => slot > most).map(({ rapporteurId }) => rapporteurId),
  };
}

function firstFree(taken: readonly Slot[], rapporteurId: string, month: string): number {
  const used = taken.filter((one) => one.rapporteurId === rapporteurId && one.month === month).map(({ slot }) => slot);
  let slot = 1;
  while (used.includes(slot)) slot++;
  return slot;
}

const free = 'DELETE FROM rapporteur_slot WHERE case_id = $1 AND rapporteur_id <> ALL ($2::text[])';

/** In one order for everybody, so that two presidents wait for each other instead of blocking each other. */
const take = `INSERT INTO rapporteur_slot (rapporteur_id, month, slot, case_id)
  SELECT rapporteur_id, month, slot, $4 FROM unnest($1::text[], $2::text[], $3::integer[])
    AS given(rapporteur_id, month, slot) ORDER BY rapporteur_id`;

/** The slots of a case follow its rapporteurs: those who no longer report have theirs back. */
export function slotRows({ id, state, events }: ViewInput<Case, CaseEvent>): ViewChange[] {
  const changes = events.some(({ type }) => type === 'rapporteurs-named' || type === 'interest-declared');
  if (!changes || !('item' in state) || !state.item) return [];
  const slots = events.flatMap((event) => (event.type === 'rapporteurs-named' ? (event.slots ?? []) : []));
  const columns = [
    slots.map((one) => one.rapporteurId),
    slots.map(({ month }) => month),
    slots.map(({ slot }) => slot),
  ];
  return [
    { text: free, values: [id, [...state.item.rapporteurs]] },
    ...(slots.length > 0 ? [{ text: take, values: [...columns, id] }] : []),
  ];
}
