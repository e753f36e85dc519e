/** Text as it is compared in a search: lower case, without accents or punctuation. */
export const comparable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** LIKE patterns, all of which a text must match; `comparable` leaves none of LIKE's wildcards. */
export const patternsOf = (words: string): string[] =>
  comparable(words)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`);
