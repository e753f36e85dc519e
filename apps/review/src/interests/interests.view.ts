import { civilDayAt, isoDay } from '@hub/clock';
import type { Tie } from './interests.js';

export interface Declared {
  readonly memberId: string;
  readonly publishedAt: string | Date;
  readonly confirmedAt: string | Date;
  readonly confirmBy: string;
  readonly ties: readonly Tie[];
}

/** What everybody may read: the member by id, every tie, but not which relative (Public Health Code, art. L1451-1). */
export const publicViewOf = (declared: Declared, now: Date) => ({
  ...own(declared, now),
  ties: declared.ties.map(shown),
});

/** What the member reads of their own declaration. */
export const ownViewOf = (declared: Declared, now: Date) => ({ ...own(declared, now), ties: declared.ties });

const own = ({ memberId, publishedAt, confirmedAt, confirmBy }: Declared, now: Date) => ({
  ...{ memberId, publishedAt, confirmedAt, confirmBy },
  outdated: confirmBy < isoDay(civilDayAt(now, 'Europe/Paris')),
});

function shown(tie: Tie) {
  const { id: _relative, ...rest } = tie;
  return tie.kind === 'FAMILY' && tie.to === 'PERSON' ? rest : tie;
}
