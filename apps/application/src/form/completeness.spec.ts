import { filledForm } from '../../test/filled-form.js';
import { filling } from '../../test/filling.js';
import { type AnswerError, invalidAnswers, missingAnswers } from './answers.js';
import { completeness } from './completeness.js';
import { commonAccessForm1 } from './definitions/common-access-form-1.js';
import type { Answers, AnswerValue, Field, Form } from './form.js';
import { Forms } from './forms.js';

describe('[R6.2.10] completeness', () => {
  const sectionOf = (key: string, answers: object) =>
    completeness(commonAccessForm1, { ...filledForm, ...answers }, true).find(({ section }) => section === key);
  const codes = (errors: readonly AnswerError[] | undefined) => errors?.map(({ field, code }) => `${field} ${code}`);

  it('is reported for each of the ten sections', () => {
    expect(completeness(commonAccessForm1, {}, false)).toHaveLength(10);
    expect(completeness(commonAccessForm1, filledForm, true).every(({ complete }) => complete)).toBe(true);
    expect(
      completeness(commonAccessForm1, filledForm, false)
        .filter(({ complete }) => !complete)
        .map(({ section }) => section),
    ).toEqual(['dataSources']);
  });

  it('asks for hidden fields only once they show', () => {
    expect(sectionOf('applicant', { 'applicant.consortium': true })?.complete).toBe(false);
    expect(codes(sectionOf('publicInformation', { 'publicInformation.summaryConfidential': true })?.errors)).toEqual([
      'publicInformation.confidentialityGround missing',
    ]);
  });

  it('counts the words of the lay summary', () => {
    const words = (n: number) => ({ 'publicInformation.laySummary': Array(n).fill('word').join(' ') });
    expect(sectionOf('publicInformation', words(250))?.complete).toBe(true);
    expect(codes(sectionOf('publicInformation', words(251))?.errors)).toEqual([
      'publicInformation.laySummary too-long',
    ]);
  });

  it('takes a confirmation for a yes only', () => {
    expect(codes(sectionOf('confirmations', { 'confirmations.accurate': false })?.errors)).toEqual([
      'confirmations.accurate not-confirmed',
    ]);
  });
});

describe('[R6.2.15] an answer that does not fit', () => {
  const form = new Forms().of({ procedure: 'EU_ACCESS', procedureVersion: 1 });
  const wrong = (answers: Answers) => invalidAnswers(form, { ...filling(form), ...answers });
  const cohort = { name: 'x', from: '2019-01-01', to: '2019-12-31', inclusion: 'x', size: 10, sampling: 'all' };

  it.each<[string, AnswerValue, string]>([
    ['publicInformation.domicile', 'Atlantis', 'not-a-country'],
    ['publicInformation.domicile', 'ZZ', 'not-a-country'],
    ['publicInformation.purposes', ['z'], 'not-an-option'],
    ['payment.invoiceEmail', 'nobody', 'not-an-email'],
    ['payment.payer', 'a name', 'wrong-type'],
    ['data.cohorts', {}, 'wrong-type'],
    ['data.cohorts', Array(21).fill(cohort), 'too-many'],
    ['processing.start', '2026-02-30', 'not-a-date'],
    ['processing.months', 121, 'out-of-range'],
    ['additional.documents', ['../x'], 'wrong-type'],
    ['purpose.aim', 'word '.repeat(1001), 'too-long'],
    ['confirmations.noReidentification', false, 'not-confirmed'],
  ])('to %s is named with its reason in both languages: %j', (field, value, code) => {
    const errors = wrong({ [field]: value });
    expect(errors.map((error) => [error.field, error.code])).toEqual([[field, code]]);
    expect(errors.every(({ en, fr }) => en.length > 5 && fr.length > 5 && en !== fr)).toBe(true);
  });

  it('is named by row and part', () => {
    const rows = [cohort, { ...cohort, size: 0, sampling: 'random', colour: 'red' }];
    expect(wrong({ 'data.cohorts': rows }).map(({ field, code }) => [field, code])).toEqual([
      ['data.cohorts.1.colour', 'unknown-part'],
      ['data.cohorts.1.size', 'out-of-range'],
    ]);
    const { name: _, ...nameless } = rows[1] as typeof cohort;
    const missing = missingAnswers(form, { ...filling(form), 'data.cohorts': [cohort, nameless] });
    expect(missing.map(({ field }) => field)).toEqual(['data.cohorts.1.name', 'data.cohorts.1.samplingMethod']);
    const phone = { name: 'x', email: 'x@example.org', phone: 'call me' };
    expect(wrong({ 'applicant.contact': phone }).map(({ code }) => code)).toEqual(['not-a-phone']);
  });

  it('is taken back by nothing', () => {
    expect(wrong({ 'processing.months': null })).toEqual([]);
    const missing = missingAnswers(form, { ...filling(form), 'processing.months': null });
    expect(missing.map(({ field }) => field)).toEqual(['processing.months']);
  });

  it('does not count where the question that opened it is hidden itself', () => {
    const asks = (key: string, kind: 'boolean' | 'number', on?: string): Field => ({
      ...{ key, kind, label: { en: key, fr: key }, required: true },
      ...(on && { when: { field: `s.${on}`, is: [true] } }),
    });
    const fields = [asks('a', 'boolean'), asks('b', 'boolean', 'a'), asks('c', 'number', 'b')];
    const chain: Form = { ...form, sections: [{ key: 's', number: 1, title: { en: 'S', fr: 'S' }, fields }] };
    expect(invalidAnswers(chain, { 's.a': true, 's.b': true, 's.c': 'x' })).toHaveLength(1);
    expect(invalidAnswers(chain, { 's.a': false, 's.b': true, 's.c': 'x' })).toEqual([]);
    expect(missingAnswers(chain, { 's.a': false, 's.b': true })).toEqual([]);
  });

  it('does not count once the field is hidden', () => {
    const hidden = { 'data.frequency': 'once', 'data.frequencyOther': 7, 'data.controlGroups': 'x' };
    expect(wrong(hidden)).toEqual([]);
  });
});
