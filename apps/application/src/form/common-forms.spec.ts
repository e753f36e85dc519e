import { fieldsOf } from './form.js';
import { Forms } from './forms.js';
import { partsOf } from './parts-of.js';

/*
 * What the common forms ask, item by item, as the annex of TEHDAS2 D6.3 lists it, and where this hub asks it. An item
 * without a place fails.
 */
const shared: Record<string, readonly string[]> = {
  'chosen datasets and variables': ['dataSources'],
  'name of the project': ['publicInformation.projectName'],
  'project lead and domicile': ['purpose.responsible', 'publicInformation.domicile'],
  'purposes of use': ['publicInformation.purposes'],
  'lay summary, or why it is confidential': [
    'publicInformation.summaryConfidential',
    'publicInformation.laySummary',
    'publicInformation.confidentialityGround',
  ],
  'public sector body and its mandate': ['applicant.publicBody', 'applicant.mandate'],
  'legal person': ['applicant.person', 'applicant.organisation', 'applicant.organisation.identifier'],
  'natural person': ['applicant.naturalPerson', 'applicant.naturalPersonAddress'],
  'contact person with e-mail and telephone': ['applicant.contact.email', 'applicant.contact.phone'],
  consortium: ['applicant.consortium', 'applicant.partners'],
  'payment details': ['payment.payer', 'payment.invoiceEmail', 'payment.vatNumber', 'payment.reference'],
  'aim, necessity, expected benefit': ['purpose.aim', 'purpose.necessity', 'purpose.expectedBenefit'],
  'additional information': ['additional.remarks', 'additional.documents'],
  confirmations: ['confirmations.accurate', 'confirmations.noProhibitedUse'],
};

const access: Record<string, readonly string[]> = {
  'qualifications of the team': ['purpose.qualifications'],
  plan: ['purpose.plan'],
  'anonymised or pseudonymised, and why': ['purpose.form', 'purpose.pseudonymisedGround'],
  'ethics assessment': ['purpose.ethicsAssessed', 'purpose.ethicsAssessment'],
  linkage: ['data.linkage', 'data.linkageMethod'],
  'cohort: period': ['data.cohorts.from', 'data.cohorts.to'],
  'cohort: inclusion and exclusion': ['data.cohorts.inclusion', 'data.cohorts.exclusion'],
  'cohort: size and sampling': ['data.cohorts.size', 'data.cohorts.sampling', 'data.cohorts.samplingMethod'],
  controls: ['data.controls', 'data.controlGroups.inclusion', 'data.controlGroups.matching'],
  relatives: ['data.relatives', 'data.relativesGround'],
  'extraction frequency': ['data.frequency', 'data.frequencyOther'],
  'other data to combine': ['otherData.combined', 'otherData.sources'],
  'workspace needs, dates, people, tools': [
    ...['processing.computing', 'processing.start', 'processing.months', 'processing.people', 'processing.tools'],
  ],
  'transfers outside the EEA': [
    'processing.transferOutsideEea',
    'processing.transfers',
    'processing.transferSafeguards',
  ],
  'safeguards and minimisation': ['processing.safeguards', 'processing.minimisation'],
  'opt-out exception': ['processing.optOutException', 'processing.optOutGround'],
  'controller and processors': ['processing.controller', 'processing.processors', 'processing.processorList'],
  'legal basis': ['processing.legalBasis'],
  undertakings: ['confirmations.noReidentification', 'confirmations.resultsPublished'],
};

const request: Record<string, readonly string[]> = {
  'use of the statistics': ['purpose.use'],
  population: ['data.inclusion', 'data.exclusion'],
  'tabulation plan': [
    ...['data.tabulationPlan.title', 'data.tabulationPlan.population', 'data.tabulationPlan.rows'],
    ...['data.tabulationPlan.columns', 'data.tabulationPlan.measure'],
  ],
  'format of the answer': ['data.format'],
};

const placesOf = (procedure: string) => {
  const form = new Forms().of({ procedure, procedureVersion: 1 });
  const parts = fieldsOf(form).flatMap(([name, field]) => partsOf(field).map(({ key }) => `${name}.${key}`));
  return [...form.sections.map(({ key }) => key), ...fieldsOf(form).map(([name]) => name), ...parts];
};

describe('the common forms', () => {
  it.each(Object.entries({ ...shared, ...access }))('the access form asks for: %s [R6.2.5]', (_item, places) => {
    expect(placesOf('EU_ACCESS')).toEqual(expect.arrayContaining([...places]));
  });
  it.each(Object.entries({ ...shared, ...request }))('the request form asks for: %s [R6.2.7]', (_item, places) => {
    expect(placesOf('EU_DATA_REQUEST')).toEqual(expect.arrayContaining([...places]));
  });
  it('have the ten sections of the access form and the eight of the request form', () => {
    const numbers = (procedure: string) =>
      new Forms().of({ procedure, procedureVersion: 1 }).sections.map(({ number }) => number);
    expect([numbers('EU_ACCESS').length, numbers('EU_DATA_REQUEST').length]).toEqual([10, 8]);
  });
});
