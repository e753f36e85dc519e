import { type Refusal, refuse } from '@hub/decider';
import { holderSide, type Side } from './sides.js';

/** Who takes part in a thread, in one order: the same sides are the same thread. Nobody named: the case's own. */
export const threadOf = (sides: readonly Side[]): readonly Side[] => [...new Set(sides)].sort();

export interface ThreadFacts {
  /** Who can be written to. */
  readonly addressable: readonly Side[];
  /** Whether somebody has written in it. */
  readonly begun: boolean;
}

/** Who examines the case, and nobody whom it is about. */
export const examines = (side: Side): boolean => side === 'officer' || side === 'authority';

type ThreadRefusal = 'message-not-yours' | 'correspondents-unknown' | 'thread-not-begun';

/** Whoever examines the case begins a thread with whom it concerns; those who take part answer in it. */
export function threadRefused(
  side: Side,
  others: readonly Side[],
  { addressable, begun }: ThreadFacts,
): Refusal<ThreadRefusal> | undefined {
  // The case's own correspondence is between the team and whoever examines its application.
  if (others.length === 0) return side.startsWith('holder:') ? refuse('message-not-yours') : undefined;
  if (begun) return undefined;
  if (!examines(side)) return refuse('thread-not-begun');
  const known = addressable.filter((one) => one !== side);
  const unknown = others.filter((one) => one !== side && !known.includes(one));
  return unknown.length > 0 ? refuse('correspondents-unknown', { unknown, known }) : undefined;
}

/** Everybody who can be concerned: a holder that applies for its own data is the applicant. */
export const addressableIn = (
  organisationId: string,
  holderIds: readonly string[],
  seized: boolean,
): readonly Side[] => [
  ...(['applicant', 'officer'] as const),
  ...(seized ? (['authority'] as const) : []),
  ...holderIds.filter((id) => id !== organisationId).map(holderSide),
];
