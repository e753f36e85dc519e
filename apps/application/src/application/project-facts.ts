import type { ProjectParty, ProjectUse } from '@hub/contracts';
import type { Answers, Parts } from '../form/form.js';
import { isParts } from '../form/misfit.js';

/* What others decide on of a form's answers: organisations and codes, never what was written in sentences. */

type Role = ProjectParty['role'];

/** Where the forms ask for an organisation, in which role, and the answer on which the question hangs. */
const asked: readonly { readonly field: string; readonly role?: Role; readonly when?: string }[] = [
  { field: 'applicant.parties', when: 'applicant.sponsored' },
  { field: 'applicant.partners', role: 'partner', when: 'applicant.consortium' },
  { field: 'payment.payer', role: 'payer' },
  { field: 'purpose.controller', role: 'controller' },
  { field: 'processing.controller', role: 'controller' },
  { field: 'processing.processorList', role: 'processor', when: 'processing.processors' },
];

const mostCharacters = 200;

/** The organisations with a part in the project, each as the form names it. */
export const partiesOf = (answers: Answers): ProjectParty[] =>
  asked.flatMap(({ field, role, when }) =>
    when !== undefined && answers[when] !== true
      ? []
      : rowsOf(answers, field).flatMap((row) => partyOf(row, role ?? (row.role as Role))),
  );

function partyOf({ name, organisationId }: Parts, role: Role): ProjectParty[] {
  if (typeof name !== 'string' || name.trim() === '') return [];
  const known = typeof organisationId === 'string' && organisationId !== '' && organisationId.length <= mostCharacters;
  const id = known ? { organisationId } : {};
  return [{ role, ...id, name: name.trim().slice(0, mostCharacters) }];
}

/** Of a thing of several parts one row; of an answer in words alone, as older forms have it, none. */
function rowsOf(answers: Answers, field: string): Parts[] {
  const answer = answers[field];
  if (Array.isArray(answer)) return (answer as readonly unknown[]).filter(isParts);
  return answer !== undefined && isParts(answer) ? [answer] : [];
}

/** The use in codes; nothing of what the form of the application does not ask. */
export function useOf(answers: Answers): ProjectUse {
  const months = answers['processing.months'];
  const ancestry = answers['purpose.ancestry'];
  const undertakings = undertakingsOf(answers);
  return {
    ...yesOrNo(answers, 'notForProfit', 'applicant.notForProfit'),
    ...yesOrNo(answers, 'commercial', 'purpose.commercial'),
    ...yesOrNo(answers, 'genetic', 'purpose.genetic'),
    ...yesOrNo(answers, 'methods', 'purpose.methods'),
    ...(typeof ancestry === 'string' && ancestry !== '' && { ancestry: ancestry as 'none' }),
    ...diseasesOf(answers),
    ...(undertakings.length > 0 && { undertakings }),
    ...(typeof months === 'number' && { months: Math.ceil(months) }),
    ...listed('countries', codesIn(answers, 'processing.places', 'country')),
  };
}

function diseasesOf(answers: Answers): Pick<ProjectUse, 'diseases'> {
  if (answers['purpose.diseaseStudied'] === false) return { diseases: [] };
  return listed('diseases', codesIn(answers, 'purpose.diseases', 'code'));
}

/** The common form has publication among its confirmations. */
function undertakingsOf(answers: Answers): NonNullable<ProjectUse['undertakings']> {
  const chosen = answers['purpose.undertakings'];
  const given = Array.isArray(chosen) ? (chosen as NonNullable<ProjectUse['undertakings']>) : [];
  return answers['confirmations.resultsPublished'] === true ? [...new Set([...given, 'publication' as const])] : given;
}

const yesOrNo = <Key extends string>(answers: Answers, key: Key, field: string) => {
  const answer = answers[field];
  return typeof answer === 'boolean' ? ({ [key]: answer } as Record<Key, boolean>) : {};
};

const codesIn = (answers: Answers, field: string, part: string): string[] =>
  rowsOf(answers, field).flatMap((row) => (typeof row[part] === 'string' ? [row[part]] : []));

const listed = <Key extends string>(key: Key, codes: readonly string[]) =>
  codes.length > 0 ? ({ [key]: [...new Set(codes)] } as Record<Key, string[]>) : {};
