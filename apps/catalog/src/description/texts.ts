/**
 * A text in several languages. Keys are lower-case BCP 47 tags; `und` is a text
 * whose author tagged no language (common in real catalogues).
 */
export type Texts = Readonly<Record<string, string>>;

/** Several words or phrases per language, sorted, so that two imports compare equal. */
export type TextLists = Readonly<Record<string, readonly string[]>>;

/** The best text for a reader: their language, then untagged, English, French, any other. */
export function textFor(texts: Texts, language: string): string {
  const order = [language, 'und', 'en', 'fr', ...Object.keys(texts).sort()];
  for (const tag of order) {
    const text = texts[tag];
    if (text) return text;
  }
  return '';
}

/** Every text, whatever its language: what a search document is made of. */
export const allTexts = (texts: Texts): string[] => Object.values(texts);

export const allWords = (lists: TextLists): string[] => Object.values(lists).flat();

export const isEmpty = (texts: Texts | TextLists): boolean => Object.keys(texts).length === 0;
