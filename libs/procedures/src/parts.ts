import { frenchProcedureLimits as french, type Length, type Limit } from '@hub/clock';
import type { ChecklistItem, ClockRule, FeeRules, Phase, Procedure } from './procedure.js';

/*
 * Parts that several declarations share. A part is copied into a declaration's version: to change one that is in use
 * means a new part beside it, and a new version of each procedure that takes it.
 */

/** European limits computed by a French body: its zone and its holidays (Regulation 1182/71, art. 2(1)). */
export const european = (length: Length, extension?: Limit['extension']): Limit => ({
  calendar: 'FR',
  zone: 'Europe/Paris',
  rollForward: true,
  length,
  ...(extension && { extension }),
});

/** One window, everything asked at once (art. 68(4)). Silence: rejected as incomplete. */
export const information: ClockRule = {
  limit: french.applicantAnswersInformationRequest.limit,
  party: 'applicant',
  onSilence: 'REJECTED_INCOMPLETE',
  duringInformationRequest: 'PAUSES',
  remindDaysBefore: [7, 2],
};

/** Art. 68(3), policy of D6.3 and D6.4: no answer to a positive decision counts as withdrawal. */
export const acceptance: ClockRule = {
  limit: french.applicantAcceptsDecision.limit,
  party: 'applicant',
  onSilence: 'WITHDRAWN',
  duringInformationRequest: 'RUNS_ON',
  remindDaysBefore: [7, 2],
};

/** To lodge an appeal against a refusal: two months (Code of Administrative Justice, art. R421-1). */
export const appeal: ClockRule = {
  limit: european({ months: 2 }),
  party: 'applicant',
  onSilence: 'CLOSED',
  duringInformationRequest: 'RUNS_ON',
  remindDaysBefore: [14],
};

/** Permits and reasoned refusals are published within 30 working days (art. 57). */
export const publication: ClockRule = {
  limit: european({ workingDays: 30 }),
  party: 'hub',
  onSilence: 'OVERDUE',
  duringInformationRequest: 'RUNS_ON',
  remindDaysBefore: [5],
};

export const applicantChoice: Phase = {
  name: 'APPLICANT_CHOICE',
  party: 'applicant',
  acts: ['applicant'],
  informationRequests: 0,
};

const item = (key: string, en: string, fr: string): ChecklistItem => ({ key, en, fr });

/** What the hub looks at before anything else, whatever the procedure. */
export const commonChecklist: readonly ChecklistItem[] = [
  item('RIGHT_PROCEDURE', 'The procedure is the one that applies', 'La procédure est celle qui s’applique'),
  item(
    'APPLICANT_IDENTIFIED',
    'Controller and project lead are identified',
    'Le responsable et le porteur sont identifiés',
  ),
  item('PURPOSE_STATED', 'The purpose is stated and permitted', 'La finalité est énoncée et permise'),
  item('DATA_DESCRIBED', 'The data asked for are described', 'Les données demandées sont décrites'),
  item('LEGAL_BASIS_STATED', 'The legal basis is stated', 'La base légale est énoncée'),
];

/** Décret 2019-536, art. 88: the pieces of a French request. */
export const frenchChecklist: readonly ChecklistItem[] = [
  ...commonChecklist,
  item('PROTOCOL', 'Scientific protocol', 'Protocole scientifique'),
  item('SUMMARY_GRID', 'Summary grid', 'Grille de synthèse'),
  item('INTERESTS', 'Declarations of interests of the team', 'Déclarations d’intérêts de l’équipe'),
  item('STATEMENT_OF_NEEDS', 'Statement of data needs', 'Expression de besoins'),
  item('DPIA', 'Data protection impact assessment', 'Analyse d’impact (AIPD)'),
  item('INFORMATION_NOTICE', 'Information notice', 'Note d’information'),
  item('FUNDING', 'Sources of funding', 'Sources de financement'),
];

export const europeanChecklist: readonly ChecklistItem[] = [
  ...commonChecklist,
  item('SAFEGUARDS', 'Safeguards against misuse are described', 'Les garanties contre le mésusage sont décrites'),
  item(
    'PSEUDONYMISATION_JUSTIFIED',
    'Why anonymous data do not suffice',
    'Pourquoi des données anonymes ne suffisent pas',
  ),
  item(
    'OPT_OUT',
    'The opt-out is respected, or its exception is claimed',
    'Le refus est respecté, ou l’exception est demandée',
  ),
  item('QUALIFICATIONS', 'The team is qualified', 'L’équipe est qualifiée'),
];

/** Policy of the hub: cost-based, known before the decision (art. 62). Amounts in cents. */
export const fees: FeeRules = {
  currency: 'EUR',
  base: 150_000,
  perDataset: 100_000,
  perTable: 10_000,
  perYearOfAccess: 120_000,
  reductionForPublicBodies: 50,
};

/** Conditions that every permit carries. */
export const conditions = [
  'SECURE_WORKSPACE_ONLY',
  'NO_REIDENTIFICATION',
  'RESULTS_CHECKED_BEFORE_EXPORT',
  'RESULTS_PUBLISHED_WITHIN_18_MONTHS',
] as const;

/** The version after one that did not yet ask for sponsors, nor for the use in codes: nothing else differs. */
export const askingPartiesAndUse = (earlier: Procedure): Procedure => ({
  ...earlier,
  version: earlier.version + 1,
  form: { ...earlier.form, additions: [...(earlier.form.additions ?? []), { id: 'parties-and-use', version: 1 }] },
});
