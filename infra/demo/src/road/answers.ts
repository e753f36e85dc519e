/** The answers of the demonstration's project to the common form; one of them is too thin, and the officer will ask. */
export const thinBenefit = 'To be completed.';
export const fullBenefit =
  'Prescribers learn how often bleeding follows these drugs by age and sex, and patients at risk are protected earlier.';

export const answers = {
  'publicInformation.projectName': 'Gastrointestinal bleeding: who is affected, and when',
  'publicInformation.domicile': 'FR',
  'publicInformation.purposes': ['e'],
  'publicInformation.summaryConfidential': false,
  'publicInformation.laySummary':
    'Some common drugs can make the stomach or the bowel bleed. We count, in pseudonymised data, how often this happens by age and sex.',
  'applicant.publicBody': true,
  'applicant.person': 'legal',
  'applicant.legalName': 'A public research institute',
  'applicant.contactEmail': 'project@example.org',
  'applicant.consortium': false,
  'payment.payer': 'The institute',
  'purpose.responsible': 'The project lead',
  'purpose.necessity': 'The effect is too rare for a trial.',
  'purpose.aim': 'Estimate the incidence of gastrointestinal bleeding by age and sex.',
  'purpose.expectedBenefit': thinBenefit,
  'purpose.qualifications': 'Two epidemiologists and a statistician.',
  'purpose.plan': 'Descriptive cohort, stratified by year of birth and sex.',
  'purpose.form': 'pseudonymised',
  'purpose.pseudonymisedGround': 'Persons have to be followed from exposure to event.',
  'data.linkage': false,
  'data.inclusion': 'Everybody in the source born in or before 2000.',
  'data.size': 2500,
  'data.controls': false,
  'data.frequency': 'once',
  'otherData.combined': false,
  'processing.start': '2027-01-04',
  'processing.months': 36,
  'processing.tools': 'SQL and charts',
  'processing.transferOutsideEea': false,
  'processing.safeguards': 'Work in the secure workspace only; outputs checked by two people.',
  'processing.minimisation': 'Only the columns of the analysis plan.',
  'processing.legalBasis': '6-1-e',
  'confirmations.accurate': true,
  'confirmations.noProhibitedUse': true,
} as const;
