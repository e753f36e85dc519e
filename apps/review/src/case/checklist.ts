import { firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { Procedure } from '@hub/procedures';

export const checkOutcomes = ['MET', 'MISSING', 'NOT_APPLICABLE'] as const;

/** What the officer found on one point of the procedure's checklist. */
export interface CheckedItem {
  readonly key: string;
  readonly outcome: (typeof checkOutcomes)[number];
  readonly remark?: string | undefined;
}

type ChecklistRefusal = 'checklist-unknown' | 'checklist-doubled' | 'checklist-unfinished' | 'file-incomplete';

/** Every point looked at; where the officer names none, every point is met. */
export function checked(
  { checklist }: Procedure,
  items: readonly CheckedItem[] | undefined,
): readonly CheckedItem[] | Refusal<ChecklistRefusal> {
  if (!items) return checklist.map(({ key }) => ({ key, outcome: 'MET' }));
  const known = checklist.map(({ key }) => key);
  const given = items.map(({ key }) => key);
  return (
    firstRefusal<ChecklistRefusal>(
      keys(
        given.filter((key) => !known.includes(key)),
        'checklist-unknown',
      ),
      keys(
        given.filter((key, index) => given.indexOf(key) !== index),
        'checklist-doubled',
      ),
      keys(
        known.filter((key) => !given.includes(key)),
        'checklist-unfinished',
      ),
      keys(
        items.filter(({ outcome }) => outcome === 'MISSING').map(({ key }) => key),
        'file-incomplete',
      ),
    ) ?? items
  );
}

const keys = (found: readonly string[], code: ChecklistRefusal): Refusal<ChecklistRefusal> | undefined =>
  found.length > 0 ? refuse(code, { keys: found }) : undefined;
