import { type Procedure, Procedures } from '@hub/procedures';
import { filling } from '../../test/filling.js';
import { invalidAnswers, missingAnswers, unknownFields } from './answers.js';
import { completeness } from './completeness.js';
import { declaredForms } from './definitions/index.js';
import { type Field, type Form, fieldsOf } from './form.js';
import { Forms, withAddition } from './forms.js';
import { partsOf } from './parts-of.js';
import { inconsistenciesOf } from './soundness.js';

const forms = new Forms();
const offered = forms.current().map(({ procedure, form }) => [procedure.id, form] as const);
const formOf = (procedure: string) => forms.of({ procedure, procedureVersion: 1 });
const codes = (form: Form, answers: object) =>
  completeness(form, { ...filling(form), ...answers }, true)
    .flatMap(({ errors }) => errors)
    .map(({ field, code }) => `${field} ${code}`);

/** Every label and help of a form, down to the parts. */
const words = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [
    ...Object.values(field.label),
    ...Object.values(field.help ?? {}),
    ...('options' in field ? field.options.flatMap(({ en, fr }) => [en, fr]) : []),
    ...words(partsOf(field)),
  ]);

describe('[R6.2.1] a form', () => {
  it.each(offered)('is there for %s, holds together and can be filled', (_procedure, form) => {
    expect(inconsistenciesOf(form)).toEqual([]);
    expect(completeness(form, filling(form), true).filter(({ complete }) => !complete)).toEqual([]);
    expect(missingAnswers(form, {}).length).toBeGreaterThan(15);
  });
  it.each(offered)('speaks both languages for %s', (_procedure, form) => {
    const spoken = [
      ...words(fieldsOf(form).map(([, field]) => field)),
      ...form.sections.flatMap(({ title, help = title }) => [title.en, title.fr, help.en, help.fr]),
    ];
    expect(spoken.every((word) => typeof word === 'string' && word.length > 1)).toBe(true);
  });
  it('says when it does not hold together', () => {
    const [first] = declaredForms as [Form];
    const section = { key: 's', number: 2, title: { en: '', fr: '' }, fields: [] };
    const early: Field = {
      ...{ key: 'a', kind: 'date', label: { en: '', fr: '' }, required: true },
      when: { field: 's.b', is: [true] },
    };
    expect(inconsistenciesOf({ ...first, sections: [{ ...section, fields: [early] }] })).toEqual([
      'sections are numbered from 1 on',
      's.a hangs on s.b, which does not stand before it',
    ]);
  });
});

describe('questions of a body', () => {
  const field = (key: string): Field => ({ key, kind: 'text', label: { en: key, fr: key }, required: true });
  const common = formOf('EU_ACCESS');
  const addition = {
    ...{ id: 'regional', version: 1, body: 'ars', fields: { data: [field('region')] } },
    sections: [{ key: 'regional', title: { en: 'Region', fr: 'Région' }, fields: [field('reason')] }],
  };

  it('are added to the access form and leave the common ones as they are [R6.2.6]', () => {
    const form = withAddition(common, addition);
    expect(form.additions).toEqual([{ id: 'regional', version: 1, body: 'ars' }]);
    expect(form.sections.at(-1)).toMatchObject({ key: 'regional', number: 11 });
    expect(missingAnswers(form, filling(common)).map((error) => error.field)).toEqual([
      'data.region',
      'regional.reason',
    ]);
    expect(fieldsOf(form).filter(([, { addedBy }]) => !addedBy)).toEqual(fieldsOf(common));
    expect(inconsistenciesOf(form)).toEqual([]);
  });
  it('are added to the request form as well [R6.2.8]', () => {
    const form = withAddition(formOf('EU_DATA_REQUEST'), addition);
    expect(unknownFields(form, { 'regional.reason': 'x', 'data.region': 'x' })).toEqual([]);
    expect(fieldsOf(form).filter(([, { addedBy }]) => addedBy === 'ars')).toHaveLength(2);
  });
  it('of the French bodies ask for their documents and do not block what was begun', () => {
    const french = formOf('FR_AUTHORISATION');
    const asked = fieldsOf(french).filter(([, { addedBy }]) => addedBy === 'hdh');
    expect(asked.map(([name]) => name)).toEqual(
      expect.arrayContaining(['frenchAttachments.protocol', 'frenchAttachments.funding', 'confirmations.noPromotion']),
    );
    expect(asked.every(([, { required }]) => !required)).toBe(true);
    expect(unknownFields(formOf('EU_ACCESS'), { 'frenchAttachments.protocol': ['a'] })).toHaveLength(1);
  });
});

describe('the questions that rules read', () => {
  it('are asked of what begins now under every procedure that gives access, and of nothing that began before', () => {
    const asked = (procedure: string, procedureVersion: number) =>
      fieldsOf(forms.of({ procedure, procedureVersion })).map(([name]) => name);
    for (const procedure of ['FR_AUTHORISATION', 'EU_ACCESS', 'EU_ACCELERATED', 'EU_TRUSTED_HOLDER']) {
      const newest = forms.procedures.newest(procedure)?.version ?? 0;
      expect(newest).toBeGreaterThan(1);
      expect(asked(procedure, newest)).toEqual(expect.arrayContaining(['applicant.parties', 'purpose.diseases']));
      expect(asked(procedure, 1)).not.toContain('applicant.sponsored');
    }
  });
  it('take codes of diseases, and say what a code looks like', () => {
    const form = forms.newest('EU_ACCESS');
    const wrong = (code: string) =>
      invalidAnswers(form, { ...filling(form), 'purpose.diseaseStudied': true, 'purpose.diseases': [{ code }] });
    for (const code of ['MONDO:0005148', 'ICD10:E11', 'ICD10:E11.9']) expect(wrong(code)).toEqual([]);
    expect(wrong('diabetes')).toMatchObject([{ field: 'purpose.diseases.0.code', code: 'not-a-disease' }]);
  });
});

describe('a form that changes', () => {
  const procedure = new Procedures().of({ id: 'FR_AUTHORISATION', version: 1 });
  const next: Form = {
    ...(declaredForms[0] as Form),
    version: 9,
    sections: [
      {
        ...{ key: 'purpose', number: 1, title: { en: 'Purpose', fr: 'Finalité' } },
        fields: [{ key: 'novelty', kind: 'text', label: { en: 'What is new', fr: 'Nouveauté' }, required: true }],
      },
    ],
  };
  const seventh: Procedure = { ...procedure, id: 'FR_SEVENTH', form: { id: next.id, version: 9 } };
  const changed = { ...procedure, version: 2, form: { id: next.id, version: 9 } };
  const both = new Forms(new Procedures([procedure, changed, seventh]), [...declaredForms, next]);
  const under = (procedureVersion: number) => both.of({ procedure: procedure.id, procedureVersion });

  it('never alters what was begun: its second version stands beside the first', () => {
    const answers = filling(forms.of({ procedure: procedure.id, procedureVersion: 1 }));
    expect(under(1)).toEqual(forms.of({ procedure: procedure.id, procedureVersion: 1 }));
    expect([...missingAnswers(under(1), answers), ...invalidAnswers(under(1), answers)]).toEqual([]);
    expect(missingAnswers(under(2), answers).map(({ field }) => field)).toEqual(['purpose.novelty']);
  });
  it('is looked up by data alone: a seventh procedure needs no code', () => {
    expect(both.of({ procedure: 'FR_SEVENTH', procedureVersion: 1 }).version).toBe(9);
    expect(both.current().map((one) => one.procedure.id)).toContain('FR_SEVENTH');
  });
  it('cannot be lost while something is under it', () => {
    expect(() => new Forms(new Procedures([changed])).of({ procedure: procedure.id, procedureVersion: 2 })).toThrow(
      'not declared',
    );
  });
});

describe('what is open to public bodies only', () => {
  it('is refused to others, with the field and the way out', () => {
    expect(codes(formOf('EU_ACCELERATED'), { 'applicant.publicBody': false })).toContain(
      'applicant.publicBody public-bodies-only',
    );
    expect(codes(formOf('EU_ACCELERATED'), {})).toEqual([]);
    expect(codes(formOf('EU_ACCESS'), { 'applicant.publicBody': false })).toEqual([]);
  });
  it('are some purposes', () => {
    const answers = { 'applicant.publicBody': false, 'publicInformation.purposes': ['c', 'e'] };
    expect(codes(formOf('EU_ACCESS'), answers)).toEqual(['publicInformation.purposes public-bodies-only']);
  });
});
