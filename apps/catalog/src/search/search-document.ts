import { conceptKey } from '../description/authority-lists.js';
import type { Concept, DatasetDescription } from '../description/dataset-description.js';
import { allTexts, allWords } from '../description/texts.js';
import { wordsOf } from './words.js';

/** What one can narrow a search by. */
export const facets = [
  'holder',
  'accessRight',
  'healthCategory',
  'healthTheme',
  'theme',
  'type',
  'keyword',
  'spatial',
] as const;
export type Facet = (typeof facets)[number];

export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

type Weight = 'A' | 'B' | 'other';

/** Postgres refuses a tsvector of more than a megabyte; beyond this many words a dataset is found by its first ones. */
const mostWords = 30_000;

export interface SearchDocument {
  /**
   * What finds the dataset, as the text of a `tsvector`: every word; those of title, keywords and names again
   * with a `^` before them; each facet value as `facet=value`. So strong matches and facet selections are
   * plain look-ups in one index.
   */
  readonly document: string;
  /** What ranks it: the words of the title (weight A), of keywords and names (B). */
  readonly strong: string;
  readonly facets: readonly string[];
}

/** A dataset as Postgres text search sees it. */
export function searchDocument(description: DatasetDescription, holderId: string): SearchDocument {
  const weights = new Map<string, Weight>();
  const add = (weight: Weight, texts: Iterable<string>) => {
    for (const text of texts) for (const word of wordsOf(text)) if (!weights.has(word)) weights.set(word, weight);
  };
  add('A', [...allTexts(description.title), ...allTexts(description.alternative), description.identifier]);
  add('B', strongTexts(description));
  const strong = [...weights];
  add('other', [
    ...allTexts(description.description),
    ...allTexts(description.populationCoverage),
    ...allTexts(description.provenance),
  ]);
  for (const table of description.tables)
    add('other', [table.name, ...allTexts(table.title), ...allWords(table.keywords)]);
  for (const table of description.tables) {
    for (const variable of table.variables)
      add('other', [variable.name, ...allTexts(variable.label), ...allTexts(variable.description)]);
  }
  const facets = facetTokens(facetValues(description, holderId));
  const marked = strong.map(([word]) => `^${word}`);
  return {
    document: [...[...weights.keys()].slice(0, mostWords), ...marked, ...facets].map(lexeme).join(' '),
    strong: strong.map(([word, weight]) => `${lexeme(word)}:1${weight}`).join(' '),
    facets,
  };
}

function strongTexts(description: DatasetDescription): string[] {
  const concepts = [
    ...description.healthThemes,
    ...description.themes,
    ...description.codingSystems,
    ...description.healthCategories,
  ];
  const agents = [description.publisher, description.custodian, description.hdab].filter(
    (agent) => agent !== undefined,
  );
  return [
    ...allWords(description.keywords),
    ...description.codeValues,
    ...concepts.flatMap((concept) => [conceptKey(concept), ...allTexts(concept.label)]),
    ...agents.flatMap((agent) => allTexts(agent.name)),
  ];
}

export function facetValues(description: DatasetDescription, holderId: string): FacetValues {
  const keys = (concepts: readonly Concept[]) => [...new Set(concepts.map(conceptKey))].filter((key) => key !== '');
  return {
    holder: [holderId],
    accessRight: description.accessRights ? [description.accessRights] : [],
    healthCategory: keys(description.healthCategories),
    healthTheme: keys(description.healthThemes),
    theme: keys(description.themes),
    type: keys(description.types),
    keyword: [...new Set(allWords(description.keywords))].slice(0, 20),
    spatial: keys(description.spatial),
  };
}

const facetTokens = (values: FacetValues): string[] =>
  facets.flatMap((facet) => values[facet].map((value) => facetToken(facet, value)));

/** Never a word: words have no `=`. Cut where Postgres would refuse it. */
export const facetToken = (facet: Facet, value: string): string => `${facet}=${value.slice(0, 200)}`;

/** A lexeme in tsvector and tsquery text: always quoted, quotes and backslashes doubled. */
export const lexeme = (word: string): string => `'${word.slice(0, 500).replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;

/** A variable's words, those of its name again with a `^`: what `/catalog/variables` searches. */
export function variableDocument(name: string, texts: readonly string[]): string {
  const own = wordsOf(name);
  const words = new Set([...own, ...texts.flatMap(wordsOf)]);
  return [...words, ...own.map((word) => `^${word}`)].map(lexeme).join(' ');
}
