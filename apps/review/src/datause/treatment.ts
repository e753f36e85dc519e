import type { DataUseCode, StatedUse, Verdict } from './facts.js';

export interface Finding {
  readonly verdict: Verdict;
  readonly en: string;
  readonly fr: string;
}

/** What one DUO term makes of what is stated. */
export type Treatment = (code: DataUseCode, stated: StatedUse) => Finding;

export const match = (en: string, fr: string): Finding => ({ verdict: 'MATCH', en, fr });
export const noMatch = (en: string, fr: string): Finding => ({ verdict: 'NO_MATCH', en, fr });
export const cannotTell = (en: string, fr: string): Finding => ({ verdict: 'CANNOT_TELL', en, fr });

/** A term on which the hub says nothing whatever is stated. */
export const abstain = (en: string, fr: string): Treatment => {
  const finding = cannotTell(en, fr);
  return () => finding;
};
