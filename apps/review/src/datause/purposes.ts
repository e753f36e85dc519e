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
export const health: Readonly<Record<string, Fit>> = {
  a: 'yes',
  b: 'unknown',
  c: 'unknown',
  d: 'unknown',
  e: 'yes',
  f: 'yes',
};

/** The worst fit of all purposes: one that does not fit is enough. */
export function fitOf(purposes: readonly string[], table: Readonly<Record<string, Fit>>): Fit {
  const fits = purposes.map((purpose) => table[purpose] ?? 'unknown');
  if (fits.includes('no')) return 'no';
  return fits.length === 0 || fits.includes('unknown') ? 'unknown' : 'yes';
}

/** Purposes are stated, and none of them is research. */
export const withoutResearch = (purposes: readonly string[]): boolean =>
  purposes.length > 0 && purposes.every((purpose) => research[purpose] === 'no');

export const unstated = cannotTell(
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

export const clinicalCare: Treatment = () =>
  match('Also permits clinical care; restricts nothing.', 'Permet aussi les soins ; ne restreint rien.');
