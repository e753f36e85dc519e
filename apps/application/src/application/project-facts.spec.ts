import { ApplicationSubmitted, type DataOf } from '@hub/contracts';
import { fold } from '@hub/decider';
import { Compile } from 'typebox/compile';
import { filling } from '../../test/filling.js';
import type { Answers, Parts } from '../form/form.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application } from './application.js';
import { published } from './application.published.js';
import { partiesOf, useOf } from './project-facts.js';

const forms = new Forms();
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const basket = {
  datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const sent = { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' } as const;

function told(procedure: string, procedureVersion: number, given: Answers): DataOf<typeof ApplicationSubmitted> {
  const answers = filling(forms.of({ procedure, procedureVersion }), given);
  const events: ApplicationEvent[] = [
    { type: 'drafted', procedure, procedureVersion, lead },
    { type: 'answers-saved', answers },
    { type: 'basket-chosen', basket },
    sent,
  ];
  return published(sent, fold(application, events).state, 'a').data as DataOf<typeof ApplicationSubmitted>;
}

const rows: readonly Parts[] = [
  { name: ' Laboratoire Exemple ', role: 'sponsor', organisationId: 'laboratoire' },
  { name: 'Fondation Exemple', role: 'funder' },
];

describe('the organisations with a part in a project', () => {
  it('are told as the form names them, by id where it gives one', () => {
    expect(partiesOf({ 'applicant.sponsored': true, 'applicant.parties': rows })).toEqual([
      { role: 'sponsor', organisationId: 'laboratoire', name: 'Laboratoire Exemple' },
      { role: 'funder', name: 'Fondation Exemple' },
    ]);
  });
  it('are also partners, payer, controller and processors, where the form asks for them as organisations', () => {
    const parties = partiesOf({
      ...{ 'applicant.consortium': true, 'applicant.partners': [{ name: 'P', country: 'FR', part: 'x' }] },
      ...{ 'payment.payer': { name: 'Y' }, 'processing.controller': { name: 'C' } },
      ...{ 'processing.processors': true, 'processing.processorList': [{ name: 'S', country: 'FR', task: 'x' }] },
    });
    expect(parties.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'partner P',
      'payer Y',
      'controller C',
      'processor S',
    ]);
    expect(partiesOf({ 'payment.payer': 'The institute', 'applicant.partners': 'Some' })).toEqual([]);
  });
  it('are not those of a question that no longer shows', () => {
    expect(partiesOf({ 'applicant.sponsored': false, 'applicant.parties': rows })).toEqual([]);
  });
});

describe('the use in codes', () => {
  it('is what the form asks in codes; diseases that are not studied are none', () => {
    const answers: Answers = {
      ...{ 'applicant.notForProfit': true, 'purpose.commercial': false, 'purpose.genetic': false },
      ...{ 'purpose.ancestry': 'none', 'purpose.methods': true, 'purpose.undertakings': ['return'] },
      ...{ 'purpose.diseaseStudied': true, 'purpose.diseases': [{ code: 'ICD10:E11.9' }] },
      ...{ 'processing.months': 35.5, 'processing.places': [{ country: 'FR' }, { country: 'FR' }] },
      'confirmations.resultsPublished': true,
    };
    const use = {
      ...{ notForProfit: true, commercial: false, genetic: false, methods: true, ancestry: 'none' },
      ...{ diseases: ['ICD10:E11.9'], undertakings: ['return', 'publication'], months: 36, countries: ['FR'] },
    };
    expect(useOf(answers)).toEqual(use);
    expect(useOf({ ...answers, 'purpose.diseaseStudied': false })).toEqual({ ...use, diseases: [] });
    expect(useOf({})).toEqual({});
  });
});

describe('a submission', () => {
  const schema = Compile(ApplicationSubmitted.data);
  const given: Answers = { 'applicant.sponsored': true, 'applicant.parties': rows, 'purpose.diseaseStudied': true };

  it.each(['FR_AUTHORISATION', 'EU_ACCESS'])('of %s tells both in the contract’s shape', (procedure) => {
    const data = told(procedure, 2, given);
    expect([...schema.Errors(data)]).toEqual([]);
    expect(data.parties?.length).toBeGreaterThanOrEqual(2);
    expect(data.use).toMatchObject({ commercial: false, diseases: ['MONDO:0005148'], countries: ['FR'], months: 1 });
  });
  it('of a form that did not ask tells what it has', () => {
    const data = told('FR_AUTHORISATION', 1, {});
    expect([...schema.Errors(data)]).toEqual([]);
    expect(data).toMatchObject({ parties: [], use: { months: 1 } });
  });
});
