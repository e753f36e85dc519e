import { cannotTell, match, noMatch, type Treatment } from './treatment.js';

type Fit = 'yes' | 'no' | 'unknown';

/** Whether each purpose of art. 53(1) is research, as DUO's general research use means it. */
const research: Readonly<Record<string, Fit>> = {
  a: 'unknown',
  b: 'no',
  c: 'unknown',
  d: 'no',
  e: 'yes',
  f: 'unknown',
};

/** Whether each purpose is a health, medical or biomedical one by itself. */
const health: Readonly<Record<string, Fit>> = {
  a: 'yes',
  b: 'unknown',
  c: 'unknown',
  d: 'unknown',
  e: 'yes',
  f: 'yes',
};

/** The worst fit of all purposes: one that does not fit is enough. */
function fitOf(purposes: readonly string[], table: Readonly<Record<string, Fit>>): Fit {
  const fits = purposes.map((purpose) => table[purpose] ?? 'unknown');
  if (fits.includes('no')) return 'no';
  return fits.length === 0 || fits.includes('unknown') ? 'unknown' : 'yes';
}

const unstated = cannotTell(
  'The purposes stated do not tell whether this permission covers them.',
  'Les finalités énoncées ne permettent pas de dire si cette permission les couvre.',
);

export const noRestriction: Treatment = () => match('Any use is permitted.', 'Tout usage est permis.');

export const generalResearch: Treatment = (_code, { purposes }) =>
  ({
    yes: match('All stated purposes are research.', 'Toutes les finalités énoncées relèvent de la recherche.'),
    no: noMatch(
      'Use is permitted for research, and a stated purpose is not research.',
      'L’usage est permis pour la recherche, et une finalité énoncée n’en relève pas.',
    ),
    unknown: unstated,
  })[fitOf(purposes, research)];

export const healthResearch: Treatment = (_code, { purposes }) =>
  fitOf(purposes, health) === 'yes'
    ? match('All stated purposes concern health.', 'Toutes les finalités énoncées concernent la santé.')
    : unstated;

/** A subtype of a disease also fits, which codes alone do not tell: what differs is left to people. */
export const diseaseResearch: Treatment = (code, stated) => {
  if (!stated.diseases?.length || !code.diseases?.length)
    return cannotTell(
      'Use is limited to certain diseases; the disease studied, or the diseases permitted, are not stated.',
      'L’usage est limité à certaines maladies ; la maladie étudiée ou les maladies permises ne sont pas énoncées.',
    );
  const outside = stated.diseases.filter((disease) => !code.diseases?.includes(disease));
  if (outside.length > 0)
    return cannotTell(
      `Somebody must tell whether these fall under the diseases permitted: ${outside.join(', ')}.`,
      `Il reste à dire si elles relèvent des maladies permises : ${outside.join(', ')}.`,
    );
  return fitOf(stated.purposes, health) === 'yes'
    ? match('The diseases studied are among those permitted.', 'Les maladies étudiées sont parmi celles permises.')
    : unstated;
};

/** What the research is about is not stated; without research among the purposes it cannot be this one. */
export const originsOnly: Treatment = (_code, { purposes }) =>
  purposes.length > 0 && purposes.every((purpose) => research[purpose] === 'no')
    ? noMatch(
        'Use is limited to research on population origins, and no stated purpose is research.',
        'L’usage est limité à la recherche sur les origines des populations, et aucune finalité énoncée n’en relève.',
      )
    : cannotTell(
        'Use is limited to research on population origins or ancestry; the application does not state its subject.',
        'L’usage est limité à la recherche sur les origines ou l’ascendance ; la demande n’énonce pas son sujet.',
      );

export const noMethods: Treatment = (_code, { purposes }) =>
  purposes.length > 0 && purposes.every((purpose) => research[purpose] === 'no')
    ? match('No stated purpose is research on methods.', 'Aucune finalité énoncée n’est une recherche de méthodes.')
    : cannotTell(
        'Developing methods or algorithms is not permitted; the application does not state whether it does.',
        'Le développement de méthodes ou d’algorithmes n’est pas permis ; la demande ne dit pas si elle en comporte.',
      );

export const clinicalCare: Treatment = () =>
  match('Also permits clinical care; restricts nothing.', 'Permet aussi les soins ; ne restreint rien.');
