import type { Problem } from './json.js';

/** A problem of the input in both languages, in the API's shape. */
export interface InputError {
  readonly field: string;
  readonly code: string;
  readonly en: string;
  readonly fr: string;
}

/** The readers' phrases in French; `#` stands for what follows the phrase. */
const inFrench: Readonly<Record<string, string>> = {
  'is mandatory': 'est obligatoire',
  'is mandatory where no code list is given': "est obligatoire si aucune nomenclature n'est donnée",
  'is not known here: remove it': "n'existe pas ici : à retirer",
  'is not a language tag': "n'est pas un code de langue",
  'must be an object': 'doit être un objet',
  'must be a list': 'doit être une liste',
  'must be an ISO date': 'doit être une date ISO',
  'must be true or false': 'doit être vrai ou faux',
  'must be a text that is not empty': 'doit être un texte non vide',
  'must be at most 100,000 characters': 'doit compter au plus 100 000 caractères',
  'must be a whole number, not negative': 'doit être un nombre entier positif ou nul',
  'must be a Table Schema object': 'doit être un objet Table Schema',
  'must be the name of the table': 'doit être le nom de la table',
  'must be the name of the column': 'doit être le nom de la colonne',
  'must be a list of at least one field': "doit être une liste d'au moins un champ",
  'must name as many fields as it references': "doit nommer autant de champs qu'elle en référence",
  'must have a header and at least one row': 'doit avoir un en-tête et au moins une ligne',
};

/** The first hundred: a file of thousands of equal errors is told by its beginning. */
export const inputErrors = (problems: readonly Problem[]): InputError[] =>
  problems.slice(0, 100).map(({ path, problem }) => ({
    field: path,
    code: 'invalid',
    en: `${path || 'The body'} ${problem}.`,
    fr: `${path || 'Le corps'} ${frenchOf(problem)}.`,
  }));

function frenchOf(problem: string): string {
  if (problem.startsWith('must be one of '))
    return `doit être l'une des valeurs : ${problem.slice('must be one of '.length)}`;
  return inFrench[problem] ?? `n'est pas valable (${problem})`;
}
