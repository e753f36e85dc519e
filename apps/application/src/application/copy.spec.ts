import { type Actor, fold, tell } from '@hub/decider';
import { Compile } from 'typebox/compile';
import { filledForm } from '../../test/filled-form.js';
import { filling } from '../../test/filling.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application, hasContent } from './application.js';
import { commands } from './commands.js';
import { copyOf, draftFrom, withoutFiles } from './copy.js';
import { ApplicationExport, exportOf } from './export-format.js';

const forms = new Forms();
const { given } = tell(application, commands);
const claire: Actor = {
  ...{ kind: 'person', id: 'claire', organisation: 'inserm', roles: ['applicant'], assurance: 'substantial' },
};
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const offered = [{ datasetId: 'd', tables: { t: ['a', 'b'] } }];
const basket = {
  datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const begun = (procedure: string): ApplicationEvent => ({
  ...{ type: 'drafted', procedure, procedureVersion: forms.procedures.newest(procedure)?.version ?? 0, lead },
});
const by = { actor: claire, forms, offered };

describe('a draft from a file', () => {
  it('begins with the answers and the basket of the file', () => {
    given()
      .when(draftFrom, { procedure: 'FR_AUTHORISATION', answers: filledForm, basket }, by)
      .then(
        begun('FR_AUTHORISATION'),
        { type: 'answers-saved', answers: filledForm },
        { type: 'basket-chosen', basket },
      );
    given().when(draftFrom, { procedure: 'EU_ACCESS', answers: {} }, by).then(begun('EU_ACCESS'));
  });
  it('is refused whole, with everything that is wrong: unknown fields, misfits, the basket', () => {
    const answers = { 'purpose.colour': 'red', 'data.size': -1, 'purpose.aim': 'x' };
    const reversed = { datasets: [{ datasetId: 'x', tables: [] }], period: { from: '2020-01-01', to: '2019-01-01' } };
    const told = given().when(draftFrom, { procedure: 'FR_AUTHORISATION', answers, basket: reversed }, by);
    told.refused('import-invalid');
    const { errors } = (
      told.outcome as unknown as { detail: { errors: { field: string; code: string; en: string }[] } }
    ).detail;
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'purpose.colour unknown-field',
      'data.size out-of-range',
      'dataSources not-in-catalogue',
      'dataSources period-reversed',
    ]);
    expect(errors[2]?.en).toContain('does not offer x');
  });
  it('leaves out files, which travel on their own', () => {
    const answers = { 'frenchAttachments.protocol': ['file-1'], 'purpose.aim': 'x' };
    expect(withoutFiles(forms, 'FR_AUTHORISATION', answers)).toEqual({
      ...{ answers: { 'purpose.aim': 'x' }, leftOut: ['frenchAttachments.protocol'] },
    });
    expect(withoutFiles(forms, 'XX', answers)).toEqual({ answers, leftOut: [] });
  });
  it('needs a procedure that exists', () => {
    given().when(draftFrom, { procedure: 'XX', answers: {} }, by).refused('unknown-procedure');
  });
});

describe('a copy', () => {
  const form = forms.newest('FR_AUTHORISATION');
  it('takes over what fits and names what does not', () => {
    const answers = {
      ...filledForm,
      'purpose.gone': 'no longer asked',
      'data.size': 0,
      'frenchAttachments.protocol': ['attachment-1'],
    };
    const { leftOut, ...copy } = copyOf({ answers, basket }, form, offered);
    expect(leftOut).toEqual(['data.size', 'purpose.gone', 'frenchAttachments.protocol']);
    const { 'data.size': _, ...fitting } = filledForm;
    expect(copy).toEqual({ answers: fitting, basket });
  });
  it('leaves out a basket that the catalogue no longer offers', () => {
    expect(copyOf({ answers: {}, basket }, form, [])).toEqual({ answers: {}, leftOut: ['dataSources'] });
  });
});

describe('[R6.3.9] the exported file', () => {
  const written = (procedure: string) => {
    const form = forms.newest(procedure);
    const events: ApplicationEvent[] = [
      begun(procedure),
      { type: 'answers-saved', answers: filling(form) },
      { type: 'basket-chosen', basket },
      { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' },
    ];
    const { state } = fold(application, events);
    if (!hasContent(state)) throw new Error('nothing written');
    return { file: JSON.parse(JSON.stringify(exportOf(form, 'a', 4, state, state))), state };
  };
  const schema = Compile(ApplicationExport);

  it.each(forms.current().map(({ procedure }) => procedure.id))(
    'of %s fits its schema and is read again without loss',
    (id) => {
      const { file, state } = written(id);
      expect([...schema.Errors(file)]).toEqual([]);
      expect(schema.Check({ ...file, answers: 7 })).toBe(false);
      given()
        .when(draftFrom, { procedure: file.application.procedure, answers: file.answers, basket: file.basket }, by)
        .leadsTo((read) => expect(read).toMatchObject({ answers: state.answers, basket: state.basket }));
    },
  );
  it('says which form it fills, in which version, with which additions', () => {
    expect(written('FR_AUTHORISATION').file).toMatchObject({
      application: { status: 'SUBMITTED', version: 4, procedureVersion: 2, submittedAt: '2026-03-01T09:00:00.000Z' },
      form: {
        ...{ id: 'common-access-form', version: 1 },
        additions: [
          { id: 'french-attachments', version: 1 },
          { id: 'parties-and-use', version: 1 },
        ],
      },
    });
  });
});
