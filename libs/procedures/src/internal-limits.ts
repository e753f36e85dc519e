import { type ClockName, type PhaseName, type Procedure, phaseOf } from './procedure.js';

/**
 * The limits that a body sets itself for its own steps: shorter than the law's, known to those who work on a case and
 * not to the applicant, and nothing follows when they are over but that the delay is shown. An operator adds them.
 */
export const internalClocks = {
  PRE_SCREENING: 'INTERNAL_PRE_SCREENING',
  HOLDER_ASSESSMENT: 'INTERNAL_HOLDER_ASSESSMENT',
  COMMITTEE_REVIEW: 'INTERNAL_COMMITTEE_REVIEW',
  AUTHORITY_REVIEW: 'INTERNAL_AUTHORITY_REVIEW',
} as const satisfies Partial<Record<PhaseName, ClockName>>;

const internal: ReadonlySet<string> = new Set(Object.values(internalClocks));

export const isInternal = (clock: string): boolean => internal.has(clock);

/** The clocks that a phase begins with: its own, and the internal one where there is one. */
export function clocksOfPhase(procedure: Procedure, name: PhaseName): ClockName[] {
  const own = phaseOf(procedure, name)?.clock;
  const inside = name === 'APPLICANT_CHOICE' ? undefined : internalClocks[name];
  return [...(own ? [own] : []), ...(inside && procedure.clocks[inside] ? [inside] : [])];
}
