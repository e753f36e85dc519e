import { fold } from '@hub/decider';
import { pdfOf } from '@hub/pdf';
import { textOfPdf } from '@hub/testkit';
import { filling } from '../../test/filling.js';
import { fieldsOf } from '../form/form.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application, hasContent } from './application.js';
import { printOf } from './print.js';

const forms = new Forms();
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const basket = {
  datasets: [{ datasetId: 'snds', tables: [{ table: 'ER_PRS_F', columns: ['EXE_SOI_DTD', 'BEN_SEX_COD'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};

async function printed(procedure: string, language: 'en' | 'fr', more: ApplicationEvent[] = [], given = {}) {
  const form = forms.newest(procedure);
  const events: ApplicationEvent[] = [
    { type: 'drafted', procedure, procedureVersion: 1, lead },
    { type: 'answers-saved', answers: filling(form, given) },
    ...more,
  ];
  const { state, version } = fold(application, events);
  if (!hasContent(state)) throw new Error('nothing to print');
  const at = new Date('2026-03-02T09:00:00.000Z');
  const found = forms.procedures.of({ id: procedure, version: 1 });
  const print = printOf({ id: 'app-1', version, state, shown: state, form, procedure: found, at }, language);
  const text = await textOfPdf(await pdfOf(print));
  return { text: text.replaceAll(/\s+/g, ' '), form };
}

describe('the printed application [R6.2.22]', () => {
  it.each(forms.current().map(({ procedure }) => procedure.id))('of %s has every section', async (procedure) => {
    const { text, form } = await printed(procedure, 'fr');
    for (const { number, title } of form.sections) expect(text).toContain(`${number}. ${title.fr}`);
  });
  it('has every answer, in the words of its options, down to the rows', async () => {
    const chosen = { 'data.frequency': 'other', 'publicInformation.domicile': 'DE' };
    const { text, form } = await printed('EU_ACCESS', 'en', [{ type: 'basket-chosen', basket }], chosen);
    const answered = fieldsOf(form).filter(([, { required, when }]) => required && !when);
    for (const [, { label }] of answered) expect(text).toContain(label.en);
    for (const part of ['Otherwise', 'Germany', 'About inclusion', 'Everybody who meets the criteria', 'Legal person'])
      expect(text).toContain(part);
  });
  it('says what it is of: status, version, procedure, team, basket', async () => {
    const sent: ApplicationEvent = { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' };
    const { text } = await printed('FR_AUTHORISATION', 'fr', [{ type: 'basket-chosen', basket }, sent]);
    for (const part of ['déposée', 'version 4', 'Autorisation française', 'claire', 'porteur de projet', 'ER_PRS_F'])
      expect(text).toContain(part);
    for (const part of ['BEN_SEX_COD', '2019-12-31', 'app-1', '2026-03-01T09:00:00.000Z']) expect(text).toContain(part);
  });
  it('goes over pages where an answer is long, and loses nothing of it', async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
    const { text } = await printed('FR_AUTHORISATION', 'en', [], { 'purpose.plan': long });
    for (const word of ['word0', 'word1500', 'word2999']) expect(text).toContain(word);
  });
});
