import type { Limit } from './limit.js';

/** What silence does when the limit expires. */
export type OnSilence =
  /** The act is still awaited; the delay is shown. */
  | { readonly kind: 'overdue-flag' }
  /** The step closes with nothing recorded. */
  | { readonly kind: 'nothing-recorded' }
  | { readonly kind: 'outcome'; readonly outcome: SilentOutcome }
  /** The outcome depends on whether the opinion before it was expressly favourable. */
  | {
      readonly kind: 'depends-on-opinion';
      readonly expresslyFavourable: SilentOutcome;
      readonly otherwise: SilentOutcome;
    };

export type SilentOutcome = 'tacit-favourable' | 'authorised' | 'refused' | 'rejected-incomplete' | 'withdrawn';

/** One step of a procedure that is bound in time. */
export interface StepLimit {
  readonly limit: Limit;
  /** Role that may extend, where the limit has an extension. */
  readonly extendedBy?: 'committee-president' | 'authority-officer';
  readonly onSilence: OnSilence;
}

export type FrenchStep =
  | 'hubForwardsCompleteFile'
  | 'holdersRemark'
  | 'committeeOpinion'
  | 'committeeOpinionUrgent'
  | 'authorityDecision'
  | 'applicantAnswersInformationRequest'
  | 'applicantAcceptsDecision';

// Policy: no text says in which zone a limit is computed, nor that one ending on a closed day runs
// on; both follow the usual rule of French procedure (Code of Civil Procedure, art. 640–642).
const PARIS = { calendar: 'FR', zone: 'Europe/Paris', rollForward: true } as const;

/**
 * Limits of the French access procedure. These are the defaults a procedure is stored with: a rule
 * reads the limit kept in its case, never this table.
 */
export const frenchProcedureLimits: Readonly<Record<FrenchStep, StepLimit>> = {
  // Décret 2019-536, art. 88. From receipt of a complete file. Working days (ouvrés).
  hubForwardsCompleteFile: {
    limit: { ...PARIS, length: { workingDays: 7 } },
    onSilence: { kind: 'overdue-flag' },
  },
  // CESREES rules of procedure (arrêté of 5 May 2021, annex, title 2). From sending to the holders.
  holdersRemark: {
    limit: { ...PARIS, length: { days: 10 } },
    onSilence: { kind: 'nothing-recorded' },
  },
  // Décret 2019-536, art. 90. From receipt of the complete file by the committee; the president may
  // extend once by one month. A tacit favourable opinion is never equal to an express one.
  committeeOpinion: {
    limit: { ...PARIS, length: { months: 1 }, extension: { length: { months: 1 }, atMost: 1 } },
    extendedBy: 'committee-president',
    onSilence: { kind: 'outcome', outcome: 'tacit-favourable' },
  },
  // Décret 2019-536, art. 90 last paragraph and art. 100. The text gives the urgent limit no extension.
  committeeOpinionUrgent: {
    limit: { ...PARIS, length: { days: 15 } },
    onSilence: { kind: 'outcome', outcome: 'tacit-favourable' },
  },
  // Act 78-17, art. 66 V. From receipt of the request; renewable once by reasoned decision. Silence
  // authorises, except after an opinion not expressly favourable; that it then refuses is policy.
  authorityDecision: {
    limit: { ...PARIS, length: { months: 2 }, extension: { length: { months: 2 }, atMost: 1 } },
    extendedBy: 'authority-officer',
    onSilence: {
      kind: 'depends-on-opinion',
      expresslyFavourable: 'authorised',
      otherwise: 'refused',
    },
  },
  // Policy, after Regulation (EU) 2025/327, art. 68: one window, everything asked at once.
  applicantAnswersInformationRequest: {
    limit: { ...PARIS, length: { weeks: 4 } },
    onSilence: { kind: 'outcome', outcome: 'rejected-incomplete' },
  },
  // Policy, after the TEHDAS2 deliverables D6.3 and D6.4. From notice of a positive decision.
  applicantAcceptsDecision: {
    limit: { ...PARIS, length: { days: 28 } },
    onSilence: { kind: 'outcome', outcome: 'withdrawn' },
  },
};
