import { healthCategories } from '@hub/contracts';
import { accessRightLabels } from '../description/authority-lists.js';
import type { Variable } from '../description/dataset-description.js';
import { textFor } from '../description/texts.js';
import type { Card } from './card.js';
import { excerpt, highlight, type Stretch } from './highlight.js';
import { type Facet, facets } from './search-document.js';

/** A dataset on a page of results, in the reader's language. */
export interface DatasetHit {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly card: Card;
  /** What of it matched; empty where only a selection did. */
  readonly matched: {
    readonly title?: readonly Stretch[];
    readonly description?: readonly Stretch[];
    readonly variables: readonly VariableMatch[];
  };
}

export interface VariableMatch {
  readonly table: string;
  readonly name: string;
  readonly text: string;
  readonly highlighted: readonly Stretch[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  readonly label?: { readonly fr: string; readonly en: string };
}

/** The most frequent values of each facet; a facet of thousands of values helps nobody. */
const mostValues = 30;

export function datasetHit(
  found: { readonly id: string; readonly card: Card },
  variables: readonly { table: string; variable: Variable }[],
  words: readonly string[],
  language: string,
): DatasetHit {
  const title = textFor(found.card.title, language);
  const description = textFor(found.card.description, language);
  const inTitle = highlight(title, words);
  const inDescription = excerpt(description, words);
  return {
    id: found.id,
    title,
    description,
    card: found.card,
    matched: {
      ...(inTitle ? { title: inTitle } : {}),
      ...(inDescription ? { description: inDescription } : {}),
      variables: variables.map(({ table, variable }) => variableMatch(table, variable, words, language)),
    },
  };
}

export function variableMatch(
  table: string,
  variable: Variable,
  words: readonly string[],
  language: string,
): VariableMatch {
  const text = textFor(variable.label, language) || textFor(variable.description, language);
  const shown = text ? `${variable.name} — ${text}` : variable.name;
  return { table, name: variable.name, text, highlighted: highlight(shown, words) ?? [{ text: shown, hit: false }] };
}

/** `{ "healthCategory=EHRS": 3 }` → per facet, the values by falling frequency. */
export function facetCounts(counted: Readonly<Record<string, number>>): Record<Facet, FacetCount[]> {
  const counts = Object.fromEntries(facets.map((facet) => [facet, [] as FacetCount[]])) as Record<Facet, FacetCount[]>;
  for (const [token, count] of Object.entries(counted)) {
    const [facet, value] = [token.slice(0, token.indexOf('=')) as Facet, token.slice(token.indexOf('=') + 1)];
    const label = labelOf(facet, value);
    counts[facet]?.push({ value, count, ...(label ? { label } : {}) });
  }
  for (const facet of facets) {
    counts[facet] = counts[facet]
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues);
  }
  return counts;
}

function labelOf(facet: Facet, value: string): { fr: string; en: string } | undefined {
  if (facet === 'healthCategory') return healthCategories[value];
  if (facet === 'accessRight') return accessRightLabels[value];
  return undefined;
}
