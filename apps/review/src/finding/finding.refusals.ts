import type { Explanations } from '@hub/decider';
import type { FindingRefusal } from './finding.js';

/** What the rules of findings refuse. */
export const findingRefusals = {
  'criterion-unknown': {
    status: 422,
    en: 'criterion: the procedure has no criterion {criterion}; it has: {known}.',
    fr: 'criterion : la procédure ne connaît pas le critère {criterion} ; elle connaît : {known}.',
  },
  'findings-missing': {
    status: 409,
    en: 'A positive decision needs a finding on each criterion; record those on: {criteria}.',
    fr: 'Une décision favorable suppose un constat sur chaque critère ; enregistrez ceux sur : {criteria}.',
  },
  'criteria-not-met': {
    status: 409,
    en: 'These criteria are found not met: {criteria}. Refuse, or record what has changed.',
    fr: 'Ces critères sont constatés non remplis : {criteria}. Refusez, ou enregistrez ce qui a changé.',
  },
} as const satisfies Explanations<FindingRefusal>;
