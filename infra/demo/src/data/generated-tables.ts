import type { TableSchema } from './source.js';

/*
 * Tables in the shape of the SNDS, for the generator: the real names of tables and columns, fewer of them.
 * Generated persons; not one of them exists.
 */

const person = {
  name: 'BEN_IDT_ANO',
  description: 'Identifiant bénéficiaire anonymisé',
  type: 'string',
  constraints: { required: true, maxLength: 18 },
};
const toPerson = { fields: 'BEN_IDT_ANO', reference: { resource: 'IR_BEN_R', fields: 'BEN_IDT_ANO' } };

export const generatedTables = {
  IR_BEN_R: {
    title: 'Référentiel des bénéficiaires',
    fields: [
      person,
      {
        name: 'BEN_SEX_COD',
        description: 'Sexe du bénéficiaire',
        type: 'integer',
        constraints: { minimum: 1, maximum: 2 },
      },
      { name: 'BEN_NAI_ANN', description: 'Année de naissance', type: 'integer' },
      {
        name: 'BEN_NAI_MOI',
        description: 'Mois de naissance',
        type: 'integer',
        constraints: { minimum: 1, maximum: 12 },
      },
      { name: 'BEN_RES_DPT', description: 'Département de résidence', type: 'string', constraints: { maxLength: 3 } },
      { name: 'BEN_DCD_DTE', description: 'Date de décès', type: 'date' },
    ],
    primaryKey: 'BEN_IDT_ANO',
    foreignKeys: [],
  },
  ER_PHA_F: {
    title: 'Délivrances de médicaments',
    fields: [
      person,
      { name: 'EXE_SOI_DTD', description: "Date d'exécution des soins", type: 'date' },
      { name: 'PHA_PRS_C13', description: 'Code CIP à 13 chiffres', type: 'string', constraints: { maxLength: 13 } },
      { name: 'PHA_ATC_CLA', description: 'Classe ATC du médicament', type: 'string', nomenclature: 'ATC' },
      { name: 'PHA_ACT_QSN', description: 'Quantité délivrée', type: 'integer', constraints: { minimum: 0 } },
    ],
    foreignKeys: [toPerson],
  },
  T_MCOaaB: {
    title: 'PMSI MCO : séjours',
    fields: [
      person,
      { name: 'RSA_NUM', description: "Numéro d'index du RSA", type: 'string', constraints: { required: true } },
      { name: 'EXE_SOI_DTD', description: "Date d'entrée du séjour", type: 'date' },
      { name: 'EXE_SOI_DTF', description: 'Date de sortie du séjour', type: 'date' },
      { name: 'DGN_PAL', description: 'Diagnostic principal (CIM-10)', type: 'string', nomenclature: 'MS_CIM_V' },
    ],
    primaryKey: 'RSA_NUM',
    foreignKeys: [toPerson],
  },
  T_MCOaaA: {
    title: 'PMSI MCO : actes',
    fields: [
      person,
      { name: 'RSA_NUM', description: "Numéro d'index du RSA", type: 'string' },
      { name: 'ENT_DAT', description: "Date de l'acte", type: 'date' },
      { name: 'CDC_ACT', description: 'Acte CCAM', type: 'string', nomenclature: 'IR_CCAM_V63' },
    ],
    foreignKeys: [toPerson, { fields: 'RSA_NUM', reference: { resource: 'T_MCOaaB', fields: 'RSA_NUM' } }],
  },
  KI_CCI_R: {
    title: 'Causes médicales de décès',
    fields: [
      person,
      { name: 'BEN_DCD_DTE', description: 'Date de décès', type: 'date' },
      {
        name: 'DCD_CIM_COD',
        description: 'Cause initiale de décès (CIM-10)',
        type: 'string',
        nomenclature: 'MS_CIM_V',
      },
    ],
    primaryKey: 'BEN_IDT_ANO',
    foreignKeys: [toPerson],
  },
} as const satisfies Record<string, TableSchema>;

export type GeneratedTable = keyof typeof generatedTables;
