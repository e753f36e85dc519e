import type { FormAddition } from '../forms.js';
import * as ask from './fields.js';
import { help, optional } from './fields.js';

/*
 * What the French bodies ask beside the common form: the documents of décret 2019-536, art. 88 to 90, and the two
 * uses that the Public Health Code excludes (L1461-1 V). The hub's officers check that the file is whole, so that
 * applications begun before can still be submitted: nothing here blocks.
 */

const document = (key: string, en: string, fr: string) =>
  ask.attachments(key, en, fr, { ...optional, ...help('pdf, docx, xlsx or odt.', 'pdf, docx, xlsx ou odt.') });

export const frenchAttachments1: FormAddition = {
  id: 'french-attachments',
  version: 1,
  body: 'hdh',
  fields: {
    confirmations: [
      ask.yesNo('noPromotion', 'No promotion of health products', 'Aucune promotion de produits de santé', optional),
      ask.yesNo(
        'noExclusion',
        'No exclusion from insurance cover',
        "Aucune exclusion de garanties d'assurance",
        optional,
      ),
    ],
  },
  sections: [
    {
      key: 'frenchAttachments',
      title: { en: 'French attachments', fr: 'Pièces françaises' },
      help: {
        en: 'The committee and the authority read these.',
        fr: 'Lues par le comité et par la CNIL.',
      },
      fields: [
        document('protocol', 'Protocol', 'Protocole'),
        document('summaryGrid', 'Summary grid', 'Grille de synthèse'),
        document('interests', 'Declarations of interests', "Déclarations publiques d'intérêts"),
        document('dataNeeds', 'Statement of data needs', 'Expression de besoins'),
        document('impactAssessment', 'DPIA', 'AIPD'),
        document('informationNotice', 'Information notice', "Note d'information"),
        document('funding', 'Funding', 'Financement'),
      ],
    },
  ],
};
