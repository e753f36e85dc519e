import Mustache from 'mustache';
import type { Wording } from './template.js';

export type Language = 'en' | 'fr';

export const wordsIn = (wording: Wording, language: Language): string =>
  typeof wording === 'string' ? wording : wording[language];

/** The words with their gaps filled: for paper, so that nothing is escaped. */
export const filled = (words: string, values: Readonly<Record<string, unknown>>): string =>
  Mustache.render(words, values, undefined, { escape: String });

/** A place where words name a value, and the conditions in the same words that it stands under. */
export interface Mention {
  readonly name: string;
  readonly under: readonly string[];
}

/** Every value that words name. Throws on words that cannot be read. */
export function mentionsIn(words: string): Mention[] {
  return mentions(Mustache.parse(words) as Token[], []);
}

type Token = [type: string, value: string, start: number, end: number, inner?: Token[]];

function mentions(tokens: readonly Token[], under: readonly string[]): Mention[] {
  return tokens.flatMap(([type, name, , , inner = []]) => {
    switch (type) {
      case 'text':
      case '!':
        return [];
      case 'name':
      case '&':
        return [{ name, under }];
      case '#':
        return [{ name, under }, ...mentions(inner, [...under, name])];
      case '^':
        // What stands there where the value is absent does not show it.
        return [{ name, under: [...under, `no ${name}`] }, ...mentions(inner, [...under, `no ${name}`])];
      default:
        throw new Error(`{{${type}${name}}} is neither a placeholder nor a condition`);
    }
  });
}

/** The words alone, without placeholders. */
export const plainIn = (words: string): string => words.replaceAll(/\{\{[^}]*\}\}\}?/g, '');
