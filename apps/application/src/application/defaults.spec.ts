import { filledForm } from '../../test/filled-form.js';
import { Forms } from '../form/forms.js';
import { defaultsFor } from './defaults.js';

const forms = new Forms();
const account = {
  name: 'Claire Exemple',
  organisation: 'inserm',
  mayActFor: [
    { id: 'inserm', name: { en: 'Research institute', fr: 'Institut de recherche' } },
    { id: 'other', name: { en: 'Other', fr: 'Autre' } },
  ],
};

describe('what the account offers a new draft [R6.2.13]', () => {
  it('is the name and the organisation that the person acts for, in the language asked for', () => {
    const offered = defaultsFor(forms.newest('EU_ACCESS'), { 'applicant.person': 'legal' }, account, 'fr');
    expect(offered).toMatchObject({
      'purpose.responsible': { name: 'Claire Exemple' },
      'applicant.contact': { name: 'Claire Exemple' },
      'applicant.organisation': { name: 'Institut de recherche' },
      'processing.controller': { name: 'Institut de recherche' },
    });
    expect(defaultsFor(forms.newest('FR_AUTHORISATION'), {}, account, 'en')).toEqual({
      'purpose.responsible': 'Claire Exemple',
    });
  });
  it('takes nothing away from what is answered', () => {
    expect(defaultsFor(forms.newest('FR_AUTHORISATION'), filledForm, account, 'en')).toEqual({});
  });
  it('is nothing where the directory knows no name', () => {
    const unknown = { name: null, organisation: null, mayActFor: [] };
    expect(defaultsFor(forms.newest('EU_ACCESS'), {}, unknown, 'en')).toEqual({});
  });
});
