import type { Option } from '../form.js';
import { option } from './fields.js';

/** Article 53(1): the purposes that may be permitted; (a) to (c) are for public bodies only. */
export const purposes: readonly Option[] = [
  option('a', 'Public or occupational health', 'Santé publique ou santé au travail'),
  option('b', 'Policy and regulation', 'Politiques publiques et réglementation'),
  option('c', 'Official statistics', 'Statistiques officielles'),
  option('d', 'Education', 'Enseignement'),
  option(
    'e',
    'Scientific research, product development, training of algorithms',
    "Recherche scientifique, développement de produits, entraînement d'algorithmes",
  ),
  option('f', 'Improving care', 'Amélioration des soins'),
];

/** The same, with what Article 53(2) reserves to public bodies enforced. */
export const reservedPurposes: readonly Option[] = purposes.map((purpose) =>
  ['a', 'b', 'c'].includes(purpose.value) ? { ...purpose, publicBodiesOnly: true } : purpose,
);
