import { conceptKey, isHealthCategory } from './authority-lists.js';
import type { AccessRight, DatasetDescription } from './dataset-description.js';
import { type Finding, finding } from './finding.js';
import { isEmpty } from './texts.js';

type Present = (description: DatasetDescription) => boolean;

/**
 * HealthDCAT-AP release 8, datasets: what every access right requires.
 * The names are what the finding shows, so they are the specification's own.
 */
const always: Record<string, Present> = {
  'dct:identifier': (d) => d.identifier !== '',
  'dct:title': (d) => !isEmpty(d.title),
  'dct:description': (d) => !isEmpty(d.description),
  'dct:accessRights': (d) => d.accessRights !== undefined,
  'dcatap:applicableLegislation': (d) => d.legislation.length > 0,
  'dcat:distribution': (d) => d.distributions.length > 0,
  'dcat:theme': (d) => d.themes.length > 0,
  'healthdcatap:hdab': (d) => d.hdab !== undefined,
  'healthdcatap:healthCategory': (d) => d.healthCategories.length > 0,
  'healthdcatap:hasStructuredData': (d) => d.structured !== undefined,
  'healthdcatap:hasVariables': (d) => d.structured !== true || d.tables.some((table) => table.variables.length > 0),
};

/** What data that must be applied for requires besides. */
const whenNonPublic: Record<string, Present> = {
  'dcat:keyword': (d) => !isEmpty(d.keywords),
  'dcat:contactPoint': (d) => d.contacts.length > 0,
  'dct:type': (d) => d.types.length > 0,
  'dct:provenance': (d) => !isEmpty(d.provenance),
};

const required: Record<AccessRight, Record<string, Present>> = {
  PUBLIC: always,
  RESTRICTED: always,
  NON_PUBLIC: { ...always, ...whenNonPublic },
};

/**
 * Every mandatory property that is missing for the dataset's access right, all at once,
 * and what else a reader of the catalogue should be warned of.
 * Without an access right the strictest list applies: an unknown right must not be the easy way in.
 */
export function completeness(description: DatasetDescription): Finding[] {
  const properties = required[description.accessRights ?? 'NON_PUBLIC'];
  const missing = Object.entries(properties)
    .filter(([, present]) => !present(description))
    .map(([property]) => finding('missing-property', { property }));
  return [
    ...missing,
    ...missingOnDistributions(description),
    ...unlistedCategories(description),
    ...personalKeyDeclared(description),
  ];
}

/** Catalogues of other countries write categories of their own; a search by Article 51 will not find those. */
function unlistedCategories(description: DatasetDescription): Finding[] {
  return description.healthCategories
    .filter((category) => !isHealthCategory(category))
    .map((category) =>
      finding('unlisted-value', { property: 'healthdcatap:healthCategory', value: conceptKey(category) }),
    );
}

/** The regulation applies to the way in as well: each distribution says under which law it is given. */
function missingOnDistributions(description: DatasetDescription): Finding[] {
  return description.distributions.flatMap((distribution, index) => {
    const where = `dcat:distribution ${distribution.uri ?? index + 1}`;
    return [
      ...(distribution.accessUrls.length === 0
        ? [finding('missing-property', { property: 'dcat:accessURL', where })]
        : []),
      ...(distribution.legislation.length === 0
        ? [finding('missing-property', { property: 'dcatap:applicableLegislation', where })]
        : []),
    ];
  });
}

/** A warning only: some structured data is about no person. */
function personalKeyDeclared(description: DatasetDescription): Finding[] {
  if (description.accessRights === 'PUBLIC' || description.tables.length === 0) return [];
  const declared = description.tables.some((table) => table.variables.some((variable) => variable.personalKey));
  return declared ? [] : [finding('no-personal-key')];
}

export const isPublishable = (findings: readonly Finding[]): boolean =>
  findings.every((each) => each.level !== 'blocking');
