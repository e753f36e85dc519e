import type { Limit } from '@hub/clock';
import { type PhaseName, type Procedure, phaseAfter } from '@hub/procedures';
import { begunWith, type Clocks } from '../clocks/running.js';
import type { Happening } from './case.events.js';
import type { Case, CaseFile, Gathered, Opened } from './case.js';
import { newItem } from './item.js';

/** The clocks that the phase after this one begins with, and, where it is the authority's, that it is seized. */
export interface Onward {
  readonly clocks: Clocks;
  readonly seized: readonly Happening<'authority-seized'>[];
}

/**
 * Where a case goes from a phase, as its procedure says. Every way to the authority passes through `authority-seized`:
 * others follow that one fact, whoever acted before.
 */
export function onward(procedure: Procedure, from: PhaseName, at: Date, limit?: Limit): Onward {
  const next = phaseAfter(procedure, from);
  const clocks = next ? begunWith(procedure, next.name, at, limit) : {};
  const seized = { type: 'authority-seized', at: at.toISOString(), clocks } as const;
  return { clocks, seized: next?.name === 'AUTHORITY_REVIEW' ? [seized] : [] };
}

/** The state of a case that enters a phase. */
export function entered(phase: PhaseName, file: CaseFile, gathered: Gathered): Case {
  switch (phase) {
    case 'PRE_SCREENING':
      return { status: phase, file };
    case 'COMMITTEE_REVIEW':
      return { ...gathered, status: phase, file, item: gathered.item ?? newItem };
    case 'APPLICANT_CHOICE': {
      const { item, opinion } = gathered;
      if (!item || !opinion) throw new Error('an applicant chooses after an opinion'); // see `inconsistenciesOf`
      return { ...gathered, status: phase, file, item, opinion };
    }
    case 'HOLDER_ASSESSMENT':
    case 'AUTHORITY_REVIEW':
      return { ...gathered, status: phase, file };
  }
}

/** The state of a case that leaves a phase for the one that follows it. */
export function past(from: PhaseName, file: CaseFile, gathered: Gathered): Case {
  const next = phaseAfter(file.procedure, from);
  if (!next) throw new Error(`nothing follows ${from} in the procedure ${file.procedure.id}`);
  return entered(next.name, file, gathered);
}

export const gatheredBy = (state: Opened): Gathered => ({
  ...('item' in state && state.item && { item: state.item }),
  ...('assessments' in state && state.assessments && { assessments: state.assessments }),
  ...('opinion' in state && state.opinion && { opinion: state.opinion }),
});
