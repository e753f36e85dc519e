import { type Facet, facetToken, lexeme } from './search-document.js';
import { fold, singular, tokensOf, wordsOf } from './words.js';

/** What the reader typed and chose, as Postgres `tsquery` texts. */
export interface SearchQuery {
  /** The words to look for, folded: what highlights mark. */
  readonly words: readonly string[];
  /** All words and all selections must match; undefined matches everything. */
  readonly everywhere?: string;
  /** The same, with every word in the title or the keywords; undefined where no word was given. */
  readonly strong?: string;
  /** The words exactly, for ranking: a whole word counts more than one that begins so. */
  readonly exact?: string;
  /** Any of the words: which variables to show below a dataset. */
  readonly anyWord?: string;
}

export type Selections = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** A query is typed by a person: beyond this many words it is a pasted text. */
const mostWords = 12;
/** Shorter beginnings match so much that they say nothing. */
const shortestPrefix = 3;

/** Every word matches words that begin with it, so that results appear while one types. */
export function searchQuery(text: string, selections: Selections = {}): SearchQuery {
  const words = queryWords(text);
  const chosen = Object.entries(selections)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => `(${values.map((value) => lexeme(facetToken(facet as Facet, value))).join(' | ')})`);
  const all = (parts: readonly string[]) => (parts.length > 0 ? parts.join(' & ') : undefined);
  const everywhere = all([...words.map((word) => beginning(word)), ...chosen]);
  if (words.length === 0) return { words, ...(everywhere ? { everywhere } : {}) };
  return {
    words,
    everywhere: everywhere as string,
    strong: all([...words.map((word) => beginning(word, '^')), ...chosen]) as string,
    exact: words.map(lexeme).join(' | '),
    anyWord: words.map((word) => beginning(word)).join(' | '),
  };
}

/** A column's name stays whole (`BEN_NIR_PSA`); where only stop words were typed they are looked for after all. */
function queryWords(text: string): string[] {
  const tokens = tokensOf(fold(text.slice(0, 400)));
  const words = tokens.flatMap((token) => (token.includes('_') ? [token] : wordsOf(token)));
  const found = words.length > 0 ? words : tokens.map(singular);
  return [...new Set(found)].slice(0, mostWords);
}

const beginning = (word: string, mark = ''): string =>
  word.length >= shortestPrefix ? `${lexeme(mark + word)}:*` : lexeme(mark + word);

/** All words of the text, as a `tsquery` without selections; matches nothing where there is no word. */
export const allWordsQuery = (text: string): string => searchQuery(text).everywhere ?? '';
