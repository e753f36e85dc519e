import type { DatasetDescription, Distribution } from './dataset-description.js';

/** What an importer starts from: every list empty, every optional value absent. */
export const emptyDescription = (identifier: string): DatasetDescription => ({
  identifier,
  title: {},
  alternative: {},
  description: {},
  contacts: [],
  healthCategories: [],
  healthThemes: [],
  themes: [],
  types: [],
  codingSystems: [],
  keywords: {},
  codeValues: [],
  legislation: [],
  legalBases: [],
  purposes: [],
  personalData: [],
  provenance: {},
  populationCoverage: {},
  spatial: [],
  temporal: [],
  languages: [],
  landingPages: [],
  pages: [],
  conformsTo: [],
  distributions: [],
  samples: [],
  analytics: [],
  tables: [],
});

export const emptyDistribution: Distribution = {
  title: {},
  description: {},
  accessUrls: [],
  downloadUrls: [],
  rights: {},
  legislation: [],
};
