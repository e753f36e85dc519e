import { europeanAccelerated, europeanAccess, europeanDataRequest, europeanTrustedHolder } from './european.js';
import { askingPartiesAndUse } from './parts.js';
import type { Criterion, Procedure } from './procedure.js';

const criterion = (key: string, article: string, en: string, fr: string): Criterion => ({ key, article, en, fr });

const risksMitigated = criterion(
  'RISKS_MITIGATED',
  'art. 68(2)',
  'The risks for defence, security and public order, and for what authorities keep confidential, are reduced',
  'Les risques pour la défense, la sécurité et l’ordre publics, et pour ce que les autorités gardent secret, sont réduits',
);

/** Regulation (EU) 2025/327, art. 68(1) and (2): a permit is issued only where all of it is met. */
export const accessCriteria: readonly Criterion[] = [
  criterion(
    'PURPOSE_PERMITTED',
    'art. 68(1)(a)',
    'The purpose is one of those permitted',
    'La finalité est l’une de celles permises',
  ),
  criterion(
    'DATA_NECESSARY',
    'art. 68(1)(b)',
    'The data are necessary, adequate and proportionate',
    'Les données sont nécessaires, adéquates et proportionnées',
  ),
  criterion(
    'PROCESSING_LAWFUL',
    'art. 68(1)(c)',
    'The processing has a legal basis, and pseudonymised data are justified',
    'Le traitement a une base légale, et les données pseudonymisées sont justifiées',
  ),
  criterion(
    'APPLICANT_QUALIFIED',
    'art. 68(1)(d)',
    'The applicant has the qualifications and the expertise',
    'Le demandeur a les qualifications et l’expertise',
  ),
  criterion(
    'SAFEGUARDS_SUFFICIENT',
    'art. 68(1)(e)',
    'Technical and organisational measures prevent misuse',
    'Des mesures techniques et organisationnelles empêchent le mésusage',
  ),
  criterion(
    'ETHICS_ASSESSED',
    'art. 68(1)(f)',
    'The ethical assessment complies with national law',
    'L’évaluation éthique est conforme au droit national',
  ),
  criterion(
    'OPT_OUT_EXCEPTION_JUSTIFIED',
    'art. 68(1)(g)',
    'The exception to the opt-out is justified',
    'L’exception au droit de refus est justifiée',
  ),
  criterion(
    'OTHER_REQUIREMENTS',
    'art. 68(1)(h)',
    'All other requirements of the chapter are met',
    'Toutes les autres exigences du chapitre sont remplies',
  ),
  risksMitigated,
];

/** Art. 69: what an answer in statistics must stand up to. */
export const requestCriteria: readonly Criterion[] = [
  criterion(
    'PURPOSE_PERMITTED',
    'art. 69(1)',
    'The purpose is one of those permitted',
    'La finalité est l’une de celles permises',
  ),
  criterion(
    'STATISTICS_DESCRIBED',
    'art. 69(2)',
    'The statistics asked for are described and can be computed',
    'Les statistiques demandées sont décrites et peuvent être calculées',
  ),
  criterion(
    'SAFEGUARDS_SUFFICIENT',
    'art. 69(2)',
    'Safeguards prevent the misuse of the answer',
    'Des garanties empêchent le mésusage de la réponse',
  ),
  criterion(
    'ANSWER_ANONYMOUS',
    'art. 69(1)',
    'The answer can be given so that nobody is identified',
    'La réponse peut être donnée sans que personne soit identifié',
  ),
  risksMitigated,
];

const withFindings = (earlier: Procedure, criteria: readonly Criterion[]): Procedure => ({
  ...earlier,
  version: earlier.version + 1,
  criteria,
});

/** The versions after those that demand no findings: nothing else differs. */
export const europeanWithFindings: readonly Procedure[] = [
  ...[europeanAccess, europeanAccelerated, europeanTrustedHolder]
    .map(askingPartiesAndUse)
    .map((one) => withFindings(one, accessCriteria)),
  withFindings(europeanDataRequest, requestCriteria),
];
