import { healthCategories } from '@hub/contracts';
import { lastSegment } from '../rdf/vocabulary.js';
import type { Concept } from './dataset-description.js';

interface Label {
  readonly fr: string;
  readonly en: string;
}

export const accessRightLabels: Readonly<Record<string, Label>> = {
  PUBLIC: { fr: 'Public', en: 'Public' },
  RESTRICTED: { fr: 'Accès restreint', en: 'Restricted' },
  NON_PUBLIC: { fr: 'Non public, sur autorisation', en: 'Not public, on permit' },
};

/** What a facet groups by: the code of an authority list's IRI, or the label of a concept without one. */
export function conceptKey(concept: Concept): string {
  if (concept.uri !== undefined) return lastSegment(concept.uri);
  return concept.label['en'] ?? concept.label['fr'] ?? Object.values(concept.label)[0] ?? '';
}

export const isHealthCategory = (concept: Concept): boolean => conceptKey(concept) in healthCategories;
