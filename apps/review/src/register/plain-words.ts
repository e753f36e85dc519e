import { refuse } from '@hub/decider';
import type { Bilingual } from '@hub/procedures';

/** Of a lay summary. Source: the common form, section 2 (TEHDAS2 D6.3). */
export const mostWords = 250;

export const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/** A lay text is short, in either language. */
export function tooLong(field: string, text: Bilingual | undefined) {
  for (const language of ['fr', 'en'] as const) {
    const words = text ? wordsIn(text[language]) : 0;
    if (words > mostWords) return refuse('too-many-words', { field: `${field}.${language}`, most: mostWords, words });
  }
  return undefined;
}
